namespace Slipway.Cli.Output;

/// <summary>Where a service keeps what it built.</summary>
/// <param name="Key">Id of the build.</param>
/// <param name="Platform">Platform.</param>
/// <param name="InstallAddress">Page from which devices install it; null when they cannot.</param>
internal sealed record RemoteResult(Guid Key, string Platform, string? InstallAddress);
