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

/// <summary>The known hashes of a content.</summary>
/// <param name="Sha256">The hash that names the content.</param>
/// <param name="Sha1">The older hash; null unless a build has needed it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentDigests(ContentHash Sha256, Sha1Hash? Sha1 = null);
