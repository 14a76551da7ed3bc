using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>Makes the values of the v2 and v3 blocks. Source: source.android.com, "APK Signature Scheme v2" and "v3", Format.</summary>
internal sealed class SchemeSigner(ApkSigningOptions options, IReadOnlyDictionary<HashAlgorithmName, byte[]> digests)
{
    public byte[] V2Value() => LengthPrefixed.Of([.. options.Signers.Select(V2Signer)]);

    public byte[] V3Value() => LengthPrefixed.Of([.. options.Signers.Select(V3Signer)]);

    private byte[] V2Signer(SigningKey key)
    {
        var algorithm = ApkSignatureAlgorithm.For(key.PrivateKey);
        var attribute = options.EffectiveV3
            ? LengthPrefixed.Of(LengthPrefixed.UInt32(ApkSchemes.StrippingAttribute), LengthPrefixed.UInt32(3))
            : [];
        var data = LengthPrefixed.Of(Digests(algorithm), Certificates(key), LengthPrefixed.Of(attribute));
        return LengthPrefixed.Of(data, Signatures(key, algorithm, data), PublicKey(key));
    }

    private byte[] V3Signer(SigningKey key)
    {
        var algorithm = ApkSignatureAlgorithm.For(key.PrivateKey);
        var firstSdk = LengthPrefixed.UInt32((uint)Math.Max(options.MinSdk, ApkSchemes.V3FirstSdk));
        var lastSdk = LengthPrefixed.UInt32(int.MaxValue);
        var data = LengthPrefixed.Of(Digests(algorithm), Certificates(key), firstSdk, lastSdk, LengthPrefixed.Of());
        return LengthPrefixed.Of(data, firstSdk, lastSdk, Signatures(key, algorithm, data), PublicKey(key));
    }

    private byte[] Digests(ApkSignatureAlgorithm algorithm) => LengthPrefixed.Of(
        LengthPrefixed.Of(LengthPrefixed.UInt32(algorithm.Id), LengthPrefixed.Of(digests[algorithm.Digest])));

    private static byte[] Certificates(SigningKey key) =>
        LengthPrefixed.Of([.. key.Chain.Select(certificate => LengthPrefixed.Of(certificate.RawData))]);

    private static byte[] Signatures(SigningKey key, ApkSignatureAlgorithm algorithm, byte[] prefixedData) => LengthPrefixed.Of(
        LengthPrefixed.Of(LengthPrefixed.UInt32(algorithm.Id), LengthPrefixed.Of(algorithm.Sign(key.PrivateKey, prefixedData.AsSpan(4)))));

    private static byte[] PublicKey(SigningKey key) =>
        LengthPrefixed.Of(key.Certificate.PublicKey.ExportSubjectPublicKeyInfo());
}

/// <summary>Builds the nested sequences of a signing block: every part follows its length, a 32-bit little-endian number.</summary>
internal static class LengthPrefixed
{
    public static byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        var size = 0;
        foreach (var part in parts)
            size += part.Length;
        var bytes = new byte[4 + size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, size);
        var at = 4;
        foreach (var part in parts)
        {
            part.CopyTo(bytes, at);
            at += part.Length;
        }

        return bytes;
    }

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
