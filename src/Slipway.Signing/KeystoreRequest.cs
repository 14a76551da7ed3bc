namespace Slipway.Signing;

/// <summary>A key in a keystore.</summary>
/// <param name="File">The keystore.</param>
/// <param name="Password">Password of the keystore.</param>
/// <param name="Alias">Which key; null when there is only one.</param>
/// <param name="KeyPassword">Password of the key; null when it is that of the keystore.</param>
public sealed record KeystoreRequest(CredentialFile File, PasswordSource Password, string? Alias, PasswordSource? KeyPassword);
