namespace Slipway.Server.Install;

/// <summary>The address of an install page. Anybody who has it can install the app.</summary>
/// <param name="Id">Its id, which is needed to withdraw it.</param>
/// <param name="Url">The address.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed record InstallLink(Guid Id, string Url, DateTimeOffset ExpiresAt);
