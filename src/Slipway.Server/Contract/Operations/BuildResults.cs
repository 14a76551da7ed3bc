using System.Globalization;
using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Operations;

/// <summary>Tells builds in the words of the contract.</summary>
internal sealed class BuildResults(FinishEstimates estimates)
{
    public async Task<IReadOnlyList<BuildOperationResult>> DescribeAsync(string organisation, IReadOnlyList<BuildRow> builds, CancellationToken cancellation)
    {
        var ends = await estimates.OfAsync(organisation, builds, cancellation);
        return [.. builds.Select(build => Describe(build, ends.TryGetValue(build.Key, out var end) ? end : null))];
    }

    private static BuildOperationResult Describe(BuildRow build, long? end) => new()
    {
        Key = Guid.Parse(build.Key),
        ApplicationKey = Guid.Parse(build.ApplicationKey),
        BuildKey = Guid.Parse(build.BuildKey),
        AppIdentifier = build.AppIdentifier,
        BuildType = build.BuildType is { } type ? Parse<MobileBuildType>(type) : null,
        Revision = (int)build.Revision,
        MobilePlatform = Parse<MobilePlatform>(build.Platform),
        MobileFramework = build.Framework is { } framework ? Parse<MobileFramework>(framework) : null,
        Status = Parse<BuildStatus>(build.Status),
        EstimatedFinishDateTime = Times.Of(end),
        AppShieldUsage = AppShieldUsage.Unused,
        MobileVersionNumber = build.VersionNumber,
        MobileVersionCode = (int?)build.VersionCode,
        StartedDateTime = Times.Of(build.CreatedAt),
        FinishedDateTime = Times.Of(build.FinishedAt),
        NativeBuilderVersion = build.BuilderVersion,
        IsNativeBuilderVersionLocked = build.VersionLocked != 0,
        RequestingUserKey = build.RequestedBy[(build.RequestedBy.IndexOf(':', StringComparison.Ordinal) + 1)..],
    };

    private static T Parse<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The database holds the {typeof(T).Name} '{text}'."));
}
