namespace Slipway.Server.Install;

/// <summary>The address of an install page. Whoever has it can install the app.</summary>
/// <param name="Id">Its id, by which it is withdrawn.</param>
/// <param name="Url">The address.</param>
/// <param name="ExpiresAt">Until when it is valid.</param>
internal sealed record InstallLink(Guid Id, string Url, DateTimeOffset ExpiresAt);
