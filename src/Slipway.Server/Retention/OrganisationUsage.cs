namespace Slipway.Server.Retention;

/// <summary>What an organisation keeps, and what it may.</summary>
/// <param name="Organisation">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="UsedBytes">Bytes of contents, pieces and artifacts.</param>
/// <param name="QuotaBytes">The most that they may be.</param>
/// <param name="RetentionDays">Days after which an ended build is removed.</param>
/// <param name="MaxRunning">Builds that run at once.</param>
internal sealed record OrganisationUsage(string Organisation, string Name, long UsedBytes, long QuotaBytes, long RetentionDays, long MaxRunning);
