namespace Slipway.Server.Vault;

/// <summary>A key that wraps the keys of secrets.</summary>
/// <param name="id">The id by which wrapped secrets refer to it.</param>
/// <param name="bytes">256 bits.</param>
internal sealed class KeyEncryptionKey(string id, byte[] bytes)
{
    public const int Size = 32;

    public string Id => id;

    public ReadOnlySpan<byte> Bytes => bytes;
}
