namespace Slipway.Protocol.Workers;

/// <summary>A keystore with its passwords. It is never written to a disk.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Content">The keystore's bytes.</param>
/// <param name="Password">Password of the keystore.</param>
/// <param name="Alias">Which key; null when there is only one.</param>
/// <param name="KeyPassword">Password of the key; null when it is that of the keystore.</param>
public sealed record KeystoreMaterial(string Name, byte[] Content, string Password, string? Alias, string? KeyPassword)
{
    /// <summary>Says nothing of what is inside.</summary>
    public override string ToString() => Name;
}
