namespace Slipway.Server.Limits;

/// <summary>Metadata of a route: how many requests a minute one network address may make, whatever tokens they carry.</summary>
internal sealed record LimitPerAddress(int Requests);
