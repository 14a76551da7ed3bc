namespace Slipway.Server.Install;

/// <summary>Requests the address of an install page.</summary>
/// <param name="Hours">How many hours it is valid: 1 to 168.</param>
internal sealed record InstallLinkRequest(int Hours = 24);
