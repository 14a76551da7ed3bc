using System.Security.Cryptography;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>
/// Says what a program must consist of: hashes of its pages and of what belongs to it
/// (apple-oss-distributions/Security, OSX/libsecurity_codesigning/lib/codedirectory.h).
/// </summary>
public sealed record CodeDirectory
{
    /// <summary>All of it with its header; its hash is what the CMS signature protects.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Version of its form, 0x20001 to 0x20600.</summary>
    public required uint Version { get; init; }

    /// <summary>Flags such as 0x2 (ad hoc) and 0x20000 (signed by the linker).</summary>
    public required uint Flags { get; init; }

    /// <summary>Which hash the slots hold.</summary>
    public required CodeHashType HashType { get; init; }

    /// <summary>Bytes of a page; 0 when all of the code is one page.</summary>
    public required long PageSize { get; init; }

    /// <summary>Name of the signed code, mostly the bundle identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>Team of the signer; null when there is none.</summary>
    public required string? TeamId { get; init; }

    /// <summary>Bytes of the file that are hashed.</summary>
    public required long CodeLimit { get; init; }

    /// <summary>Number of a platform of Apple's own; 0 for others.</summary>
    public required byte Platform { get; init; }

    /// <summary>Where the executable segment begins in the file; 0 before version 0x20400.</summary>
    public required ulong ExecSegmentBase { get; init; }

    /// <summary>Bytes of the executable segment; 0 before version 0x20400.</summary>
    public required ulong ExecSegmentLimit { get; init; }

    /// <summary>1 main program, 0x10 open to debuggers; 0 before version 0x20400.</summary>
    public required ulong ExecSegmentFlags { get; init; }

    /// <summary>Version of the hardened runtime; 0 before version 0x20500.</summary>
    public required uint Runtime { get; init; }

    /// <summary>How many slots there are for what belongs to the code.</summary>
    public required int SpecialSlotCount { get; init; }

    /// <summary>How many pages are hashed.</summary>
    public required int CodeSlotCount { get; init; }

    internal int HashOffset { get; init; }

    /// <summary>Bytes of a slot.</summary>
    public int HashSize => CodeHash.SizeOf(HashType);

    /// <summary>The algorithm of slots and of the directory's own hash.</summary>
    public HashAlgorithmName Algorithm => CodeHash.Algorithm(HashType);

    /// <summary>The directory's own hash, in full.</summary>
    public byte[] Hash => CryptographicOperations.HashData(Algorithm, Bytes.Span);

    /// <summary>The first 20 bytes of the hash, by which systems name the code.</summary>
    public byte[] CdHash => Hash[..CodeHash.CdHashSize];

    /// <summary>Hash of a page.</summary>
    /// <param name="page">From 0 to below <see cref="CodeSlotCount"/>.</param>
    public ReadOnlyMemory<byte> CodeSlot(int page) => Slot(page, 0, CodeSlotCount);

    /// <summary>Hash of what belongs to the code; empty when there is no such slot or it is all zeros, which means "nothing".</summary>
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
