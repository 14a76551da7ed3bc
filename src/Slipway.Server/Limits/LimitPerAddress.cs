namespace Slipway.Server.Limits;

/// <summary>Metadata of a route: how many requests a minute come from one network address, whoever they say they are.</summary>
internal sealed record LimitPerAddress(int Requests);
