namespace Slipway.Server.Install;

/// <summary>The address of an install page. Anybody who has it can install the app.</summary>
/// <param name="Id">Its id, which is needed to withdraw it.</param>
/// <param name="Url">The address.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record InstallLink(Guid Id, string Url, DateTimeOffset ExpiresAt);

/// <summary>Requests the address of an install page.</summary>
/// <param name="Hours">How many hours it is valid: 1 to 168.</param>
internal sealed record InstallLinkRequest(int Hours = 24);
