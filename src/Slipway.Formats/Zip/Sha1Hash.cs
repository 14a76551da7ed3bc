using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Slipway.Formats.Zip;

/// <summary>SHA-1 of a content, for formats that require it in addition to SHA-256. No trust decision depends on it alone.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Sha1Hash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 20;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly uint _third;

    /// <summary>Wraps the 20 bytes of a SHA-1.</summary>
    public Sha1Hash(ReadOnlySpan<byte> sha1)
    {
        if (sha1.Length != Size)
            throw new ArgumentException("A SHA-1 has 20 bytes", nameof(sha1));
        _first = BinaryPrimitives.ReadUInt64BigEndian(sha1);
        _second = BinaryPrimitives.ReadUInt64BigEndian(sha1[8..]);
        _third = BinaryPrimitives.ReadUInt32BigEndian(sha1[16..]);
    }

    /// <summary>The 20 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), _second);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), _third);
        return bytes;
    }

    /// <summary>40 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

#pragma warning disable CA5350 // The format requires it in addition to SHA-256.
    /// <summary>Hashes a content.</summary>
    public static Sha1Hash Of(ReadOnlySpan<byte> content) => new(SHA1.HashData(content));

    /// <summary>Hashes a content to its end.</summary>
    public static Sha1Hash Of(Stream content) => new(SHA1.HashData(content));

    internal static IncrementalHash Begin() => IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
}
