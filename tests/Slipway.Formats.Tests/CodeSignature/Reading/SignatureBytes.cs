using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Tests.CodeSignature.Reading;

/// <summary>Embedded signatures written by hand, field by field.</summary>
internal static class SignatureBytes
{
    public const string Identifier = "dev.example.app";
    public const string Team = "ABCDE12345";

    /// <summary><c>get-task-allow</c> true in the present layout.</summary>
    public static readonly byte[] Der = [0x70, 0x1a, 0x02, 0x01, 0x01, 0xb0, 0x15, 0x30, 0x13, 0x0c, 0x0e, .. "get-task-allow"u8, 0x01, 0x01, 0xff];

    /// <summary>The same in the first layout.</summary>
    public static readonly byte[] DerSet = [0x31, 0x15, 0x30, 0x13, 0x0c, 0x0e, .. "get-task-allow"u8, 0x01, 0x01, 0xff];

    public static byte[] Requirements => RequirementsOf(Identifier, "Apple Development: A");

    /// <summary>Identifier, Apple's anchor, common name of the leaf and the extension of the intermediate certificate.</summary>
    public static byte[] RequirementsOf(string identifier, string commonName)
    {
        byte[] oid = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x63, 0x64, 0x06, 0x02, 0x01];
        byte[] expression =
        [
            .. Words(1, 6, 2), .. Padded(Encoding.UTF8.GetBytes(identifier)), .. Words(6, 15, 6, 11, 0), .. Padded("subject.CN"u8), .. Words(1),
            .. Padded(Encoding.UTF8.GetBytes(commonName)), .. Words(14, 1), .. Padded(oid), .. Words(0),
        ];
        return Super(0xfade0c01, (3, Blob(0xfade0c00, expression)));
    }

    /// <summary>A code directory of version 0x20400 with seven special slots and two pages.</summary>
    public static byte[] Directory(byte hashType = 2, byte hashSize = 32)
    {
        byte[] texts = [.. Encoding.UTF8.GetBytes(Identifier), 0, .. Encoding.UTF8.GetBytes(Team), 0];
        var slots = new byte[9 * hashSize];
        for (var i = 0; i < 9; i++)
            slots[i * hashSize] = (byte)(i == 3 ? 0 : i + 1);
        var identifier = 88;
        var hashes = identifier + texts.Length + (7 * hashSize);
        byte[] content =
        [
            .. Words(0x20400, 0, hashes, identifier, 7, 2, 5000), hashSize, hashType, 0, 12,
            .. Words(0, 0, identifier + Identifier.Length + 1, 0, 0, 0, 0, 0, 0, 16384, 0, 0x11), .. texts, .. slots,
        ];
        return Blob(0xfade0c02, content);
    }

    public static byte[] Whole => Super(
        0xfade0cc0, (0, Directory()), (2, Requirements), (5, Blob(0xfade7171, "<plist/>"u8)), (7, Blob(0xfade7172, Der)), (8, Blob(0xfade8181, [0x30, 0])),
        (0x1000, Directory(1, 20)), (0x10000, Blob(0xfade0b01, [0x30, 0])));

    public static byte[] Super(uint magic, params (uint Slot, byte[] Blob)[] parts)
    {
        var offset = 12 + (8 * parts.Length);
        var index = new List<byte>(Words(parts.Length));
        foreach (var (slot, blob) in parts)
        {
            index.AddRange(Words((int)slot, offset));
            offset += blob.Length;
        }

        return Blob(magic, [.. index, .. parts.SelectMany(p => p.Blob)]);
    }

    public static byte[] Blob(uint magic, ReadOnlySpan<byte> content) => [.. Words((int)magic, content.Length + 8), .. content];

    public static byte[] Padded(ReadOnlySpan<byte> content) => [.. Words(content.Length), .. content, .. new byte[-content.Length & 3]];

    public static byte[] Words(params int[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * 4), values[i]);
        return bytes;
    }
}
