using Slipway.Protocol.Builds;

namespace Slipway.Server.Tests.Contract;

/// <summary>A build as a test wants it in the database.</summary>
internal sealed record BuildFixture
{
    public string? BuildKey { get; init; }

    public int Revision { get; init; } = 1;

    public MobilePlatform Platform { get; init; }

    public MobileBuildType? BuildType { get; init; } = MobileBuildType.Release;

    public string? AppIdentifier { get; init; } = "org.example.notes";

    public string? VersionNumber { get; init; } = "1.0.0";

    public long? VersionCode { get; init; } = 1;

    public string State { get; init; } = "Succeeded";

    public string Status { get; init; } = "Finished";

    public long CreatedAt { get; init; } = 1_000_000;

    public long? StartedAt { get; init; }

    public long? FinishedAt { get; init; }

    public string? Outcome { get; init; }
}
