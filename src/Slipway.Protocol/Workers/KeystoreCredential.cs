namespace Slipway.Protocol.Workers;

/// <summary>A keystore with its passwords. It is never written to a disk.</summary>
/// <param name="Name">Name of the credential in the vault.</param>
/// <param name="Content">The bytes of the keystore.</param>
/// <param name="Password">Password of the keystore.</param>
/// <param name="Alias">Alias of the key; null if the keystore has only one key.</param>
/// <param name="KeyPassword">Password of the key; null if it is the password of the keystore.</param>
public sealed record KeystoreCredential(string Name, byte[] Content, string Password, string? Alias, string? KeyPassword)
{
    /// <summary>Returns no secrets.</summary>
    public override string ToString() => Name;
}
