namespace Slipway.Signing;

/// <summary>A request for a key in a keystore.</summary>
/// <param name="File">The keystore.</param>
/// <param name="Password">Password of the keystore.</param>
/// <param name="Alias">Alias of the key; null when there is only one.</param>
/// <param name="KeyPassword">Password of the key; null when it is the keystore's.</param>
public sealed record KeystoreRequest(CredentialFile File, PasswordSource Password, string? Alias, PasswordSource? KeyPassword);
