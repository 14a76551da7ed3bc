using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Revisions;

namespace Slipway.Server.Launches;

/// <summary>What a launch must be like.</summary>
internal static class LaunchRules
{
    private const int LongestName = 200;
    private const int HighestPriority = 10;

    private static readonly string[] Channels = ["CLI", "IDE", "Console", "API"];

    /// <summary>Refuses a launch that is not.</summary>
    /// <exception cref="ProblemException">What is wrong.</exception>
    public static void Require(LaunchRequest request, RevisionLimits limits)
    {
        var problems = Faults(request).Concat(request.Revision is { } revision ? ManifestRules.Check(revision, limits) : []).ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    /// <summary>The type of package that a word of the command line means; null when none was asked for.</summary>
    public static MobileBuildType? TypeOf(LaunchRequest request) =>
        EnumText.TryParse<MobileBuildType>(request.Type, out var known) ? known : null;

    private static IEnumerable<Problem> Faults(LaunchRequest request)
    {
        if (NameFault(request.Application) is { } application)
            yield return ServiceProblems.Invalid.At("application", application);
        if (NameFault(request.Environment) is { } environment)
            yield return ServiceProblems.Invalid.At("environment", environment);
        // Files without a platform are kept as a revision, which can be built later.
        if ((request.Platforms.Count == 0 && request.Revision is null) || request.Platforms.Distinct().Count() != request.Platforms.Count)
            yield return ServiceProblems.Invalid.At("platforms", "Without files at least one platform is needed, and each is named only once.");
        if (request.Revision is null == request.BuildKey is null)
            yield return ServiceProblems.Invalid.At("revision", "Either files or the id of a revision is needed.");
        if (request.Type is not null && TypeOf(request) is null)
            yield return ServiceProblems.Invalid.At("type", $"The types are {string.Join(", ", Enum.GetNames<MobileBuildType>())}.");
        if (TypeOf(request) is { } type && request.Platforms.Any(platform => !Exists(platform, type)))
            yield return ServiceProblems.Invalid.At("type", $"There is no type {type} for each of the platforms.");
        if (Math.Abs((long)request.Priority) > HighestPriority)
            yield return ServiceProblems.Invalid.At("priority", $"The priority is between -{HighestPriority} and {HighestPriority}.");
        if (!Channels.Contains(request.Channel))
            yield return ServiceProblems.Invalid.At("channel", $"The channels are {string.Join(", ", Channels)}.");
        if (request.Options.Include.Count > LaunchOptions.MostIncludes)
            yield return ServiceProblems.Invalid.At("options.include", $"There are more than {LaunchOptions.MostIncludes} patterns.");
        else if (request.Options.Include.Any(pattern => pattern.Length is 0 or > LaunchOptions.LongestInclude || pattern.Any(char.IsControl)))
            yield return ServiceProblems.Invalid.At("options.include", $"A pattern has 1 to {LaunchOptions.LongestInclude} characters, none of them a control character.");
        foreach (var (where, text) in Texts(request))
        {
            if (text is not null && NameFault(text) is { } fault)
                yield return ServiceProblems.Invalid.At(where, fault);
        }
    }

    private static IEnumerable<(string Where, string? Text)> Texts(LaunchRequest request) =>
    [
        ("options.id", request.Options.Id), ("options.name", request.Options.Name), ("options.versionName", request.Options.VersionName), ("options.versionCode", request.Options.VersionCode),
        ("credentials.keystore", request.Credentials.Keystore), ("credentials.certificate", request.Credentials.Certificate), ("credentials.profile", request.Credentials.Profile),
    ];

    private static bool Exists(MobilePlatform platform, MobileBuildType type) =>
        (type is MobileBuildType.Bundle or MobileBuildType.Debug or MobileBuildType.Release) == (platform == MobilePlatform.Android);

    private static string? NameFault(string name) => name.Trim().Length switch
    {
        0 => "A name is needed.",
        > LongestName => $"The name is longer than {LongestName} characters.",
        _ => name.Any(char.IsControl) ? "The name has control characters." : null,
    };
}
