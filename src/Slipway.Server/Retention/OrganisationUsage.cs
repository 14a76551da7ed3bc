namespace Slipway.Server.Retention;

/// <summary>The usage and the limits of an organisation.</summary>
/// <param name="Organisation">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="UsedBytes">Bytes of blobs, pieces and artifacts.</param>
/// <param name="QuotaBytes">The maximum of these bytes.</param>
/// <param name="RetentionDays">Days after which an ended build is removed.</param>
/// <param name="MaxRunning">Maximum number of concurrent builds.</param>
internal sealed record OrganisationUsage(string Organisation, string Name, long UsedBytes, long QuotaBytes, long RetentionDays, long MaxRunning);
