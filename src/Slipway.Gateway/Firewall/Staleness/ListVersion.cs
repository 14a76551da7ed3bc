namespace Slipway.Gateway.Firewall.Staleness;

/// <summary>A version of the published list.</summary>
/// <param name="SyncToken">Its number; larger is newer.</param>
/// <param name="CreateDate">Its date.</param>
public sealed record ListVersion(long SyncToken, string CreateDate);
