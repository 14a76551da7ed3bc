using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Vault;

/// <summary>A stored secret: encrypted with a key of its own, which is wrapped with a key-encryption key. A rotation wraps only the small key anew.</summary>
/// <param name="KeyId">Id of the key-encryption key.</param>
/// <param name="WrappedKey">The secret's own key, wrapped.</param>
/// <param name="Ciphertext">The encrypted secret.</param>
internal sealed record Envelope(string KeyId, byte[] WrappedKey, byte[] Ciphertext)
{
    /// <summary>Encrypts a secret under the current key.</summary>
    public static Envelope Seal(KeyRing ring, SecretName name, ReadOnlySpan<byte> plain)
    {
        Span<byte> dataKey = stackalloc byte[KeyEncryptionKey.Size];
        try
        {
            RandomNumberGenerator.Fill(dataKey);
            return new Envelope(ring.Current.Id, SealedBytes.Seal(ring.Current.Bytes, name, dataKey), SealedBytes.Seal(dataKey, name, plain));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>Opens the secret.</summary>
    /// <exception cref="ProblemException">Something of it was changed, or its key is not here.</exception>
    public byte[] Open(KeyRing ring, SecretName name)
    {
        var dataKey = Unwrap(ring, name);
        try
        {
            return SealedBytes.Open(dataKey, name, Ciphertext);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>Returns the same secret, wrapped with the current key.</summary>
    /// <exception cref="ProblemException">Something of it was changed, or its key is not here.</exception>
    public Envelope Rewrap(KeyRing ring, SecretName name)
    {
        var dataKey = Unwrap(ring, name);
        try
        {
            return this with { KeyId = ring.Current.Id, WrappedKey = SealedBytes.Seal(ring.Current.Bytes, name, dataKey) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private byte[] Unwrap(KeyRing ring, SecretName name)
    {
        var key = ring.Find(KeyId) ?? throw new ProblemException(VaultProblems.KeyMissing.At($"secret {name.Id}", $"The secret is wrapped with the key '{KeyId}', which this server does not have."));
        return SealedBytes.Open(key.Bytes, name, WrappedKey);
    }
}
