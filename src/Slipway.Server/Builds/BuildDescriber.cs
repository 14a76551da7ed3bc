using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Queue;

namespace Slipway.Server.Builds;

/// <summary>Describes builds for the API.</summary>
internal sealed class BuildDescriber(FinishEstimates estimates, ArtifactLinks artifacts)
{
    /// <summary>Describes builds of an organisation, in the given order, with addresses that expire with the caller's token.</summary>
    public async Task<IReadOnlyList<BuildDescription>> DescribeAsync(IReadOnlyCollection<BuildRow> rows, Caller caller, CancellationToken cancellation)
    {
        var ends = await estimates.OfAsync(rows, cancellation);
        var made = await artifacts.OfBuildsAsync([.. rows.Where(row => row.State == BuildState.Succeeded).Select(row => row.Key)], caller, cancellation);
        return [.. rows.Select(row => Describe(row, ends.TryGetValue(row.Key, out var end) ? end : null) with { Artifacts = [.. made[row.Key]] })];
    }

    private static BuildDescription Describe(BuildRow row, long? estimate)
    {
        var outcome = RecordedOutcome.Parse(row.Outcome);
        return new BuildDescription
        {
            Key = Guid.Parse(row.Key),
            ApplicationKey = Guid.Parse(row.ApplicationKey),
            Application = row.Application,
            EnvironmentKey = Guid.Parse(row.EnvironmentKey),
            BuildKey = Guid.Parse(row.BuildKey),
            Revision = (int)row.Revision,
            Platform = EnumText.Parse<MobilePlatform>(row.Platform),
            BuildType = row.BuildType is { } type ? EnumText.Parse<MobileBuildType>(type) : null,
            Status = EnumText.Parse<BuildStatus>(row.Status),
            Cancelled = row.State == BuildState.Cancelled || (row.FinishedAt is null && row.CancelRequestedAt is not null),
            AppIdentifier = row.AppIdentifier,
            AppName = outcome.Facts?.Name,
            VersionNumber = row.VersionNumber,
            VersionCode = (int?)row.VersionCode,
            BuilderVersion = row.BuilderVersion,
            Attempt = (int)row.Attempt,
            CreatedAt = DatabaseTime.Of(row.CreatedAt),
            StartedAt = DatabaseTime.Of(row.StartedAt),
            FinishedAt = DatabaseTime.Of(row.FinishedAt),
            EstimatedFinishAt = DatabaseTime.Of(estimate),
            Channel = row.Channel,
            RequestedBy = row.RequestedBy,
            RequestedThrough = row.RequestedThroughName,
            RequestedThroughKey = row.RequestedThrough is { } server ? Guid.Parse(server) : null,
            Problems = outcome.Problems,
            Timings = outcome.Timings,
        };
    }
}
