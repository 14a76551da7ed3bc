using System.Security.Cryptography;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>
/// A code directory: the hashes of a program's pages and of the files and blobs that belong to it (apple-oss-distributions/Security,
/// OSX/libsecurity_codesigning/lib/codedirectory.h).
/// </summary>
public sealed record CodeDirectory
{
    /// <summary>All bytes including the header; the CMS signature protects their hash.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Format version, 0x20001 to 0x20600.</summary>
    public required uint Version { get; init; }

    /// <summary>Flags such as 0x2 (ad hoc) and 0x20000 (signed by the linker).</summary>
    public required uint Flags { get; init; }

    /// <summary>Hash type of the slots.</summary>
    public required CodeHashType HashType { get; init; }

    /// <summary>Bytes of a page; 0 when the whole code is one page.</summary>
    public required long PageSize { get; init; }

    /// <summary>Identifier of the signed code, usually the bundle identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>Team of the signer; null when there is none.</summary>
    public required string? TeamId { get; init; }

    /// <summary>Number of bytes of the file that are hashed.</summary>
    public required long CodeLimit { get; init; }

    /// <summary>Number of the platform for Apple's own code; 0 for other code.</summary>
    public required byte Platform { get; init; }

    /// <summary>Offset of the executable segment in the file; 0 before version 0x20400.</summary>
    public required ulong ExecSegmentBase { get; init; }

    /// <summary>Bytes of the executable segment; 0 before version 0x20400.</summary>
    public required ulong ExecSegmentLimit { get; init; }

    /// <summary>Flags of the executable segment: 1 main program, 0x10 debuggable; 0 before version 0x20400.</summary>
    public required ulong ExecSegmentFlags { get; init; }

    /// <summary>Version of the hardened runtime; 0 before version 0x20500.</summary>
    public required uint Runtime { get; init; }

    /// <summary>Number of special slots, which hold hashes of Info.plist, requirements and other parts.</summary>
    public required int SpecialSlotCount { get; init; }

    /// <summary>Number of code slots: one for each page.</summary>
    public required int CodeSlotCount { get; init; }

    internal int HashOffset { get; init; }

    /// <summary>Bytes of a slot.</summary>
    public int HashSize => CodeHash.SizeOf(HashType);

    /// <summary>The algorithm of slots and of the directory's own hash.</summary>
    public HashAlgorithmName Algorithm => CodeHash.Algorithm(HashType);

    /// <summary>The full hash of the directory.</summary>
    public byte[] Hash => CryptographicOperations.HashData(Algorithm, Bytes.Span);

    /// <summary>The first 20 bytes of the hash, by which the system identifies the code.</summary>
    public byte[] CdHash => Hash[..CodeHash.CdHashSize];

    /// <summary>Returns the hash of a page.</summary>
    /// <param name="page">Index of the page, less than <see cref="CodeSlotCount"/>.</param>
    public ReadOnlyMemory<byte> CodeSlot(int page) => Slot(page, 0, CodeSlotCount);

    /// <summary>Returns the hash in a special slot; empty when the slot is missing or all zeros, which means that the part does not exist.</summary>
    /// <param name="number">1 Info.plist, 2 requirements, 3 CodeResources, 5 entitlements, 7 DER entitlements.</param>
    public ReadOnlyMemory<byte> SpecialSlot(int number)
    {
        if (number > SpecialSlotCount)
            return default;
        var slot = Slot(-number, -SpecialSlotCount, 0);
        return slot.Span.ContainsAnyExcept((byte)0) ? slot : default;
    }

    private ReadOnlyMemory<byte> Slot(int index, int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, end);
        return Bytes.Slice(HashOffset + (index * HashSize), HashSize);
    }
}
