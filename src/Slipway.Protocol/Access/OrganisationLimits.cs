namespace Slipway.Protocol.Access;

/// <summary>The limits of an organisation. Those per minute are for each operation.</summary>
public sealed record OrganisationLimits
{
    /// <summary>Bytes that its files, revisions and artifacts may take.</summary>
    public long StorageQuota { get; init; } = 50L << 30;

    /// <summary>Days after which an ended build and its artifacts are removed.</summary>
    public long RetentionDays { get; init; } = 90;

    /// <summary>Builds that run at once.</summary>
    public long MaxRunning { get; init; } = 16;

    /// <summary>Requests that read.</summary>
    public long ReadsPerMinute { get; init; } = 100;

    /// <summary>POST requests of the native-mobile-builds contract.</summary>
    public long CreationsPerMinute { get; init; } = 5;

    /// <summary>PATCH requests of the native-mobile-builds contract.</summary>
    public long ChangesPerMinute { get; init; } = 10;
}
