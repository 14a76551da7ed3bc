using System.Buffers.Binary;

namespace Slipway.Formats.Keys;

/// <summary>
/// Checks the lengths in a JKS (sun.security.provider.JavaKeyStore: entries of keys and certificates, then a SHA-1) before the
/// library reads it, because the library allocates memory for any length in the file.
/// </summary>
internal static class JksBounds
{
    private const int HeaderLength = 12;
    private const int DigestLength = 20;
    private const int DateLength = 8;
    private const uint TagOfKey = 1;

    public static void Check(ReadOnlySpan<byte> store)
    {
        if (store.Length < HeaderLength + DigestLength)
            throw Broken();
        var hasTypes = BinaryPrimitives.ReadUInt32BigEndian(store[4..]) == 2;
        var count = BinaryPrimitives.ReadUInt32BigEndian(store[8..]);
        var rest = store[HeaderLength..^DigestLength];
        for (var i = 0u; i < count; i++)
        {
            var isKey = Number(ref rest) == TagOfKey;
            SkipText(ref rest);
            Skip(ref rest, DateLength);
            if (isKey)
                Skip(ref rest, Number(ref rest));
            for (var certificates = isKey ? Number(ref rest) : 1; certificates > 0; certificates--)
            {
                if (hasTypes)
                    SkipText(ref rest);
                Skip(ref rest, Number(ref rest));
            }
        }
    }

    private static uint Number(ref ReadOnlySpan<byte> rest)
    {
        var number = rest.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(rest) : throw Broken();
        rest = rest[4..];
        return number;
    }

    private static void SkipText(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) : throw Broken();
        Skip(ref rest, length + 2u);
    }

    private static void Skip(ref ReadOnlySpan<byte> rest, uint length) =>
        rest = length <= rest.Length ? rest[(int)length..] : throw Broken();

    private static KeystoreException Broken() => new(KeystoreFault.Corrupt, "a length leads beyond the end of the keystore");
}
