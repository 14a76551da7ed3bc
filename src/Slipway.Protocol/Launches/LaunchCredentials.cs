namespace Slipway.Protocol.Launches;

/// <summary>Credentials of the vault to sign with, by name or id. What is null is what the configuration or the vault has for the app.</summary>
/// <param name="Keystore">For Android.</param>
/// <param name="Certificate">For iOS.</param>
/// <param name="Profile">For iOS.</param>
public sealed record LaunchCredentials(string? Keystore = null, string? Certificate = null, string? Profile = null);
