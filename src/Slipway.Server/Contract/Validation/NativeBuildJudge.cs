using System.Data.Common;
using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Builds;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Credentials;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Validation;

/// <summary>Decides whether the newest package of an application suffices for a revision.</summary>
internal sealed class NativeBuildJudge(Database database, RevisionStore revisions)
{
    /// <summary>Returns the decision for a platform.</summary>
    public async Task<NativeBuildJudgement> JudgeAsync(ApplicationInEnvironment subject, RevisionRow revision, MobilePlatform platform, CancellationToken cancellation)
    {
        var (missing, last, reasons) = await database.ReadAsync(connection => LookAsync(connection, subject, platform), cancellation);
        if (missing.Count > 0)
            return new NativeBuildJudgement(NativeBuildValidationResult.MissingConfiguration, missing);
        if (last is null)
            return new NativeBuildJudgement(NativeBuildValidationResult.NativeBuildNeeded, ["There is no package yet."]);
        reasons.AddRange(await FilesAsync(subject, revision, last, cancellation));
        return new NativeBuildJudgement(reasons.Count > 0 ? NativeBuildValidationResult.NativeBuildNeeded : NativeBuildValidationResult.NativeBuildNotNeeded, reasons);
    }

    private static async Task<(IReadOnlyList<string> Missing, LastBuild? Last, List<string> Reasons)> LookAsync(DbConnection connection, ApplicationInEnvironment subject, MobilePlatform platform)
    {
        var configuration = await ConfigurationStore.FindAsync(connection, null, subject, platform);
        var missing = await BuildReadiness.MissingAsync(connection, subject, platform, configuration);
        if (configuration is null || missing.Count > 0)
            return (missing, null, []);
        var last = await connection.QueryFirstOrDefaultAsync<LastBuild?>(
            """
            SELECT build_key, build_type, framework, builder_version, app_identifier, outcome, created_at
            FROM builds
            WHERE organisation_id = @Organisation AND environment_key = @Environment AND application_key = @Application AND platform = @platform AND state = 'Succeeded'
            ORDER BY created_at DESC, key DESC LIMIT 1
            """,
            new { subject.Organisation, subject.Environment, subject.Application, platform = EnumText.NameOf(platform) });
        return ([], last, last is null ? [] : [.. ConfigurationReasons(configuration, last), .. await CredentialReasonsAsync(connection, subject, platform, configuration, last)]);
    }

    private static IEnumerable<string> ConfigurationReasons(BuildConfiguration configuration, LastBuild last)
    {
        if (configuration.BuildType is { } type && type.ToString() != last.BuildType)
            yield return $"The build type is {type} now.";
        if (configuration.AppIdentifier is { } identifier && identifier != last.AppIdentifier)
            yield return $"The identifier of the app is {identifier} now.";
        if (configuration.Framework is { } framework && framework.ToString() != last.Framework)
            yield return $"The framework is {framework} now.";
        if (configuration.BuilderVersion is { } version && !version.Equals(ConfigurationRules.Latest, StringComparison.OrdinalIgnoreCase) && version != last.BuilderVersion)
            yield return $"The version of the builder is {version} now.";
    }

    private static async Task<IReadOnlyList<string>> CredentialReasonsAsync(DbConnection connection, ApplicationInEnvironment subject, MobilePlatform platform, BuildConfiguration configuration, LastBuild last)
    {
        var reasons = new List<string>();
        foreach (var kind in ConfiguredSigningCheck.KindsOf(platform))
        {
            if (configuration.Find(ConfiguredCredentials.FieldsOf(kind).Content) is { } configured)
            {
                if (configured.UpdatedAt > last.CreatedAt)
                    reasons.Add($"The {kind} of the configuration was set after the package was made.");
            }
            else if (configuration.BuildType is not (null or MobileBuildType.Debug or MobileBuildType.Simulator))
            {
                var serving = await CredentialStore.ServingAsync(connection, null, subject.Organisation, kind, subject.Environment, subject.Application);
                if (serving.Count > 0 && serving[0].UpdatedAt > last.CreatedAt)
                    reasons.Add($"The {kind} '{serving[0].Name}' was changed after the package was made.");
            }
        }

        return reasons;
    }

    private async Task<IEnumerable<string>> FilesAsync(ApplicationInEnvironment subject, RevisionRow revision, LastBuild last, CancellationToken cancellation)
    {
        if (last.BuildKey == revision.BuildKey)
            return [];
        if (await revisions.FindAsync(subject.Organisation, last.BuildKey, cancellation) is not { } before || RecordedOutcome.Parse(last.Outcome).Facts is not { } facts)
            return ["The files of the package are no longer known."];
        var old = await revisions.ManifestAsync(subject.Organisation, before.ManifestSha256, cancellation);
        var young = await revisions.ManifestAsync(subject.Organisation, revision.ManifestSha256, cancellation);
        return NativeInputComparison.Compare(old, young, facts.NativeInputs);
    }
}

/// <summary>Whether an application needs a new package, and why.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Reasons">The reasons; empty if no package is needed.</param>
internal sealed record NativeBuildJudgement(NativeBuildValidationResult Result, IReadOnlyList<string> Reasons);

/// <summary>The newest package of an application in an environment for a platform.</summary>
internal sealed record LastBuild(
    string BuildKey, string? BuildType, string? Framework, string BuilderVersion, string? AppIdentifier, string? Outcome, long CreatedAt);
