using System.Data.Common;
using System.Globalization;
using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Contract.Suggestions;
using Slipway.Server.Contract.Validation;
using Slipway.Server.Contract.Versions;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Launches;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Operations;

/// <summary>Starts builds with the configuration of an application in an environment.</summary>
internal sealed class BuildStarter(Database database, BuildCreation builds, BuilderVersions catalogue)
{
    private const string Channel = "API";

    /// <summary>Starts a build; returns its key.</summary>
    /// <exception cref="ProblemException">The request or the configuration is invalid.</exception>
    public async Task<Guid> StartAsync(Caller caller, BuildOperationRequest request, CancellationToken cancellation)
    {
        var platform = request.MobilePlatform?.Value ?? throw new ProblemException(ServiceProblems.Malformed.At("mobilePlatform", "The request has no mobilePlatform."));
        CheckVersions(request);
        var key = await database.WriteAsync(
            async (connection, transaction) =>
            {
                var subject = await ApplicationInEnvironment.RequireAsync(connection, transaction, caller.Organisation, request.EnvironmentKey, request.ApplicationKey);
                var revision = await RevisionFinder.FindAsync(connection, transaction, subject, request.BuildKey, request.Revision);
                var configuration = await ConfigurationStore.FindAsync(connection, transaction, subject, platform) ?? throw new ProblemException(BuildReadiness.NotConfigured(platform));
                // So that two concurrent builds do not get the same version.
                await database.SerialiseAsync(connection, transaction, $"versions:{subject.Application}:{subject.Environment}:{platform}");
                var suggested = await VersionSuggestions.OfAsync(connection, transaction, subject, platform);
                return await CreateAsync(connection, transaction, new RequestedBuild(caller, subject, revision, platform, configuration, request, suggested));
            },
            cancellation);
        builds.Announce();
        return Guid.Parse(key);
    }

    private Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, RequestedBuild order)
    {
        var number = order.Request.MobileVersionNumber ?? order.Suggested.MobileVersionNumber;
        var code = order.Request.MobileVersionCode ?? order.Suggested.MobileVersionCode;
        var (version, locked) = VersionOf(order.Configuration);
        var options = new LaunchOptions { Id = order.Configuration.AppIdentifier, VersionName = number, VersionCode = code.ToString(CultureInfo.InvariantCulture) };
        var build = new NewBuild(order.Subject.Environment, order.Revision, order.Platform, options)
        {
            BuildType = order.Configuration.BuildType,
            Framework = order.Configuration.Framework?.ToString(),
            BuilderVersion = version.Name,
            VersionLocked = locked,
            Channel = Channel,
        };
        return builds.CreateAsync(connection, transaction, order.Caller, build);
    }

    private (BuilderVersion Version, bool Locked) VersionOf(BuildConfiguration configuration)
    {
        if (configuration.BuilderVersion is not { } name || name.Equals(ConfigurationRules.Latest, StringComparison.OrdinalIgnoreCase))
            return (catalogue.Newest, false);
        return catalogue.Find(name) is { } version && catalogue.StateOf(version) != NativeBuilderVersionState.Obsolete
            ? (version, true)
            : throw new ProblemException(ServiceProblems.Invalid.At(ConfigurationFieldNames.BuilderVersion, $"The version {name} of the builder no longer builds.", $"Configure {catalogue.Newest.Name} or {ConfigurationRules.Latest}."));
    }

    private static void CheckVersions(BuildOperationRequest request)
    {
        var problems = new List<Problem>();
        if (request.MobileVersionNumber is { } number && !VersionNumber.TryParse(number, out _))
            problems.Add(ServiceProblems.Invalid.At("mobileVersionNumber", "The version is not three whole numbers separated by points.", "Give a version such as 1.4.2."));
        if (request.MobileVersionCode is < 1 or > VersionSuggestions.HighestCode)
            problems.Add(ServiceProblems.Invalid.At("mobileVersionCode", $"The version code is {request.MobileVersionCode}.", $"Give 1 to {VersionSuggestions.HighestCode}."));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }
}

/// <summary>A build to start, with everything that it depends on.</summary>
internal sealed record RequestedBuild(
    Caller Caller, ApplicationInEnvironment Subject, RevisionRow Revision, MobilePlatform Platform, BuildConfiguration Configuration, BuildOperationRequest Request, NativeBuildVersions Suggested);

/// <summary>Finds the revision that a request names by build key, by number, or by both.</summary>
internal static class RevisionFinder
{
    /// <summary>Returns the revision of an application.</summary>
    /// <exception cref="ProblemException">The request names no revision, or one that does not exist.</exception>
    public static async Task<RevisionRow> FindAsync(DbConnection connection, DbTransaction? transaction, ApplicationInEnvironment subject, Guid? buildKey, int? number)
    {
        var key = buildKey is { } given && given != Guid.Empty ? given.ToString() : null;
        // Clients that cannot omit a number send 0.
        if (key is null && number is null or 0)
            throw new ProblemException(ServiceProblems.Malformed.At("buildKey", "The request has neither a buildKey nor a revision."));
        key ??= await connection.ExecuteScalarAsync<string?>(
            "SELECT build_key FROM revisions WHERE organisation_id = @Organisation AND application_key = @Application AND revision = @number",
            new { subject.Organisation, subject.Application, number = (long?)number },
            transaction);
        var revision = key is null ? null : await RevisionStore.FindAsync(connection, transaction, subject.Organisation, key);
        return revision?.ApplicationKey == subject.Application && (number is null or 0 || number == revision.Revision)
            ? revision
            : throw new ProblemException(ServiceProblems.NotFound.At(buildKey is null ? "revision" : "buildKey", "The application has no such revision."));
    }
}
