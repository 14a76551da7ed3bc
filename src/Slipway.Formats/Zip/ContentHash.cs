using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Slipway.Formats.Zip;

/// <summary>SHA-256 of a content, which names it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Wraps the 32 bytes of a SHA-256.</summary>
    public ContentHash(ReadOnlySpan<byte> sha256)
    {
        if (sha256.Length != Size)
            throw new ArgumentException("A SHA-256 has 32 bytes", nameof(sha256));
        _first = BinaryPrimitives.ReadUInt64BigEndian(sha256);
        _second = BinaryPrimitives.ReadUInt64BigEndian(sha256[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(sha256[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(sha256[24..]);
    }

    /// <summary>Hashes a content.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return new ContentHash(hash);
    }

    /// <summary>Hashes a content to its end.</summary>
    public static ContentHash Of(Stream content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return new ContentHash(hash);
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, _first);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], _fourth);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
