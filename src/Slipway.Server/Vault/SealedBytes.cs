using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Vault;

/// <summary>One layer of AES-256-GCM: a format byte, 12 bytes of nonce, the ciphertext, 16 bytes of tag.</summary>
internal static class SealedBytes
{
    private const byte Format = 1;
    private const int NonceStart = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = NonceStart + NonceSize + TagSize;

    /// <summary>Encrypts bytes and binds them to a name.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> key, SecretName name, ReadOnlySpan<byte> plain)
    {
        var output = new byte[Overhead + plain.Length];
        output[0] = Format;
        var nonce = output.AsSpan(NonceStart, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, output.AsSpan(NonceStart + NonceSize, plain.Length), output.AsSpan(output.Length - TagSize), name.AssociatedData());
        return output;
    }

    /// <summary>Decrypts bytes that are bound to the same name.</summary>
    /// <exception cref="ProblemException">The bytes, the name or the key differ.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, SecretName name, ReadOnlySpan<byte> input)
    {
        if (input.Length < Overhead || input[0] != Format)
            throw Corrupt(name);
        var plain = new byte[input.Length - Overhead];
        try
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(input.Slice(NonceStart, NonceSize), input[(NonceStart + NonceSize)..^TagSize], input[^TagSize..], plain, name.AssociatedData());
            return plain;
        }
        catch (CryptographicException e)
        {
            throw Corrupt(name, e);
        }
    }

    private static ProblemException Corrupt(SecretName name, Exception? inner = null) =>
        new(VaultProblems.Corrupt.At($"secret {name.Id}", "The secret differs from the stored one."), inner);
}
