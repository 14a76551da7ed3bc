namespace Slipway.Cli.Output;

/// <summary>A finished build at a service.</summary>
/// <param name="Key">Id of the build.</param>
/// <param name="Platform">Platform.</param>
/// <param name="InstallAddress">Page from which devices install the package; null if they cannot install it.</param>
internal sealed record RemoteResult(Guid Key, string Platform, string? InstallAddress);
