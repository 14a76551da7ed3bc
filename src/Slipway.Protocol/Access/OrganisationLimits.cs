namespace Slipway.Protocol.Access;

/// <summary>The limits of an organisation. Limits per minute apply to each operation separately.</summary>
public sealed record OrganisationLimits
{
    /// <summary>Maximum size of its files, revisions and artifacts together, in bytes.</summary>
    public long StorageQuota { get; init; } = 50L << 30;

    /// <summary>Retention of ended builds and their artifacts, in days.</summary>
    public long RetentionDays { get; init; } = 90;

    /// <summary>Maximum number of builds that run at once.</summary>
    public long MaxRunning { get; init; } = 16;

    /// <summary>Maximum number of read requests per minute.</summary>
    public long ReadsPerMinute { get; init; } = 100;

    /// <summary>Maximum number of POST requests of the native-mobile-builds contract per minute.</summary>
    public long CreationsPerMinute { get; init; } = 5;

    /// <summary>Maximum number of PATCH requests of the native-mobile-builds contract per minute.</summary>
    public long ChangesPerMinute { get; init; } = 10;
}
