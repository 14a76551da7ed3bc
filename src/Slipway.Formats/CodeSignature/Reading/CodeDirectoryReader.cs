using System.Text;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Reads a code directory of any version; each version added fields.</summary>
internal static class CodeDirectoryReader
{
    private const uint Oldest = 0x20001;
    private const uint Newest = 0x20600;
    private const uint WithScatter = 0x20100;
    private const uint WithTeam = 0x20200;
    private const uint WithLongLimit = 0x20300;
    private const uint WithExecSegment = 0x20400;
    private const uint WithRuntime = 0x20500;
    private const uint WithLinkage = 0x20600;
    private const int MostPageBits = 24;
    private const uint MostSpecialSlots = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static CodeDirectory Read(SignatureBlob blob)
    {
        var reader = new SignatureBlobReader(blob.Bytes, blob.Name);
        if (reader.Word() != SignatureMagic.CodeDirectory)
            throw reader.Fault("has the header of another blob");
        reader.Word();
        var version = reader.Word();
        if (version is < Oldest or > Newest)
            throw reader.Fault($"has the unknown version 0x{version:x}");
        var flags = reader.Word();
        var (hashOffset, identifier, specials, pages) = (reader.Word(), reader.Word(), reader.Word(), reader.Word());
        long codeLimit = reader.Word();
        var hashSize = reader.Byte();
        var hashType = (CodeHashType)reader.Byte();
        if (CodeHash.SizeOf(hashType) is var size && (size == 0 || size != hashSize))
            throw reader.Fault($"has hashes of type {(byte)hashType} with {hashSize} bytes");
        var platform = reader.Byte();
        var pageBits = reader.Byte();
        if (pageBits > MostPageBits)
            throw reader.Fault($"has pages of 2^{pageBits} bytes");
        reader.Word();
        if (version >= WithScatter && reader.Word() != 0)
            throw reader.Fault("is scattered, which is not supported");
        var team = version >= WithTeam ? reader.Word() : 0;
        var longLimit = version >= WithLongLimit ? LongLimit(reader) : 0;
        var (segmentBase, segmentLimit, segmentFlags) = version >= WithExecSegment ? (reader.Long(), reader.Long(), reader.Long()) : default;
        var runtime = version >= WithRuntime ? Runtime(reader, version) : 0;
        CheckSlots(reader, blob.Bytes.Length, hashOffset, hashSize, specials, pages);
        return new CodeDirectory
        {
            Bytes = blob.Bytes,
            Version = version,
            Flags = flags,
            HashType = hashType,
            PageSize = pageBits == 0 ? 0 : 1L << pageBits,
            Identifier = Text(reader, blob.Bytes, identifier),
            TeamId = team == 0 ? null : Text(reader, blob.Bytes, team),
            CodeLimit = longLimit == 0 ? codeLimit : longLimit,
            Platform = platform,
            ExecSegmentBase = segmentBase,
            ExecSegmentLimit = segmentLimit,
            ExecSegmentFlags = segmentFlags,
            Runtime = runtime,
            SpecialSlotCount = (int)specials,
            CodeSlotCount = (int)pages,
            HashOffset = (int)hashOffset,
        };
    }

    private static long LongLimit(SignatureBlobReader reader)
    {
        reader.Word();
        var limit = reader.Long();
        return limit <= long.MaxValue ? (long)limit : throw reader.Fault($"limits the code to {limit} bytes");
    }

    private static uint Runtime(SignatureBlobReader reader, uint version)
    {
        var runtime = reader.Word();
        reader.Word();
        if (version >= WithLinkage)
        {
            reader.Word();
            reader.Long();
        }

        return runtime;
    }

    private static void CheckSlots(SignatureBlobReader reader, int length, uint hashOffset, byte hashSize, uint specials, uint pages)
    {
        if (specials > MostSpecialSlots)
            throw reader.Fault($"has {specials} special slots");
        if (hashOffset < reader.Position + ((long)specials * hashSize) || hashOffset + ((long)pages * hashSize) > length)
            throw reader.Fault($"has its {specials} + {pages} hashes outside its bounds");
    }

    private static string Text(SignatureBlobReader reader, ReadOnlyMemory<byte> bytes, uint offset)
    {
        var end = offset < reader.Position || offset >= bytes.Length ? -1 : bytes.Span[(int)offset..].IndexOf((byte)0);
        if (end < 0)
            throw reader.Fault("has a text outside its bounds");
        try
        {
            return StrictUtf8.GetString(bytes.Span.Slice((int)offset, end));
        }
        catch (DecoderFallbackException)
        {
            throw reader.Fault("has a text that is not UTF-8");
        }
    }
}
