using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SignatureMagic = Slipway.Formats.CodeSignature.Reading.SignatureMagic;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>
/// Builds the code directory: hashes of every page of the code and of the files and blobs that belong to it (Security,
/// OSX/libsecurity_codesigning/lib/codedirectory.h and cdbuilder.cpp). Version 0x20400, SHA-256, pages of 16 KiB.
/// </summary>
internal sealed class CodeDirectoryBuilder
{
    public const int HashSize = SHA256.HashSizeInBytes;

    private const uint Version = 0x20400;
    private const byte HashTypeSha256 = 2;
    private const int PageSizeLog2 = 14;
    private const int PageSize = 1 << PageSizeLog2;
    private const int HeaderSize = 88;
    private const ulong MainBinary = 1;
    private const ulong AllowUnsigned = 0x10;
    private const int ParallelFrom = 4 << 20;

    // Numbers of special slots, which count downwards from the first code slot.
    private const int InfoPlistSlot = 1;
    private const int RequirementsSlot = 2;
    private const int ResourcesSlot = 3;
    private const int EntitlementsSlot = 5;
    private const int DerEntitlementsSlot = 7;

    private readonly SortedDictionary<int, byte[]> _special = [];

    public required string Identifier { get; init; }

    public required string? TeamId { get; init; }

    /// <summary>Offset and size of the segment <c>__TEXT</c> in the file.</summary>
    public required (long Offset, long Size) ExecutableSegment { get; init; }

    public required bool IsMainExecutable { get; init; }

    /// <summary>The entitlement <c>get-task-allow</c> is true.</summary>
    public required bool AllowsDebugging { get; init; }

    public void Bind(ReadOnlyMemory<byte>? infoPlist, byte[] requirements, ReadOnlyMemory<byte>? codeResources, byte[]? entitlements, byte[]? derEntitlements)
    {
        Bind(InfoPlistSlot, infoPlist);
        Bind(RequirementsSlot, requirements);
        Bind(ResourcesSlot, codeResources);
        // A null array would become empty memory, not none.
        if (entitlements is not null)
            Bind(EntitlementsSlot, entitlements);
        if (derEntitlements is not null)
            Bind(DerEntitlementsSlot, derEntitlements);
    }

    /// <summary>Returns the largest size of the directory for code of a length.</summary>
    public int Measure(int length) =>
        HeaderSize + Encoding.UTF8.GetByteCount(Identifier) + Encoding.UTF8.GetByteCount(TeamId ?? "") + 2 + (DerEntitlementsSlot + length / PageSize + 2) * HashSize;

    /// <summary>Builds the directory for code that ends where the signature begins.</summary>
    public byte[] Build(ReadOnlyMemory<byte> code)
    {
        var identifier = Encoding.UTF8.GetBytes(Identifier + "\0");
        var team = TeamId is null ? [] : Encoding.UTF8.GetBytes(TeamId + "\0");
        var specialSlots = _special.Count == 0 ? 0 : _special.Keys.Max();
        var codeSlots = (code.Length + PageSize - 1) / PageSize;
        var hashOffset = HeaderSize + identifier.Length + team.Length + specialSlots * HashSize;
        var directory = new byte[hashOffset + codeSlots * HashSize];
        WriteHeader(directory, hashOffset, team.Length == 0 ? 0 : HeaderSize + identifier.Length, specialSlots, codeSlots, code.Length);
        identifier.CopyTo(directory, HeaderSize);
        team.CopyTo(directory, HeaderSize + identifier.Length);
        foreach (var (slot, hash) in _special)
            hash.CopyTo(directory, hashOffset - slot * HashSize);
        HashPages(code, directory.AsMemory(hashOffset));
        return directory;
    }

    private void Bind(int slot, ReadOnlyMemory<byte>? content)
    {
        if (content is { } bytes)
            _special[slot] = SHA256.HashData(bytes.Span);
    }

    private void WriteHeader(Span<byte> directory, int hashOffset, int teamOffset, int specialSlots, int codeSlots, int codeLimit)
    {
        SignatureBlobWriter.WriteHeader(directory, SignatureMagic.CodeDirectory);
        BinaryPrimitives.WriteUInt32BigEndian(directory[8..], Version);
        BinaryPrimitives.WriteInt32BigEndian(directory[16..], hashOffset);
        BinaryPrimitives.WriteInt32BigEndian(directory[20..], HeaderSize);
        BinaryPrimitives.WriteInt32BigEndian(directory[24..], specialSlots);
        BinaryPrimitives.WriteInt32BigEndian(directory[28..], codeSlots);
        BinaryPrimitives.WriteInt32BigEndian(directory[32..], codeLimit);
        directory[36] = HashSize;
        directory[37] = HashTypeSha256;
        directory[39] = PageSizeLog2;
        BinaryPrimitives.WriteInt32BigEndian(directory[48..], teamOffset);
        BinaryPrimitives.WriteInt64BigEndian(directory[64..], ExecutableSegment.Offset);
        BinaryPrimitives.WriteInt64BigEndian(directory[72..], ExecutableSegment.Size);
        BinaryPrimitives.WriteUInt64BigEndian(directory[80..], ExecutableFlags);
    }

    private ulong ExecutableFlags => (IsMainExecutable ? MainBinary : 0) | (IsMainExecutable && AllowsDebugging ? AllowUnsigned : 0);

    private static void HashPages(ReadOnlyMemory<byte> code, Memory<byte> hashes)
    {
        var pages = hashes.Length / HashSize;
        if (code.Length < ParallelFrom)
        {
            for (var page = 0; page < pages; page++)
                HashPage(page, code.Span, hashes.Span);
        }
        else
        {
            Parallel.For(0, pages, page => HashPage(page, code.Span, hashes.Span));
        }
    }

    // The last page may be shorter; it is not padded.
    private static void HashPage(int page, ReadOnlySpan<byte> code, Span<byte> hashes)
    {
        var start = page * PageSize;
        SHA256.HashData(code.Slice(start, Math.Min(PageSize, code.Length - start)), hashes[(page * HashSize)..]);
    }
}
