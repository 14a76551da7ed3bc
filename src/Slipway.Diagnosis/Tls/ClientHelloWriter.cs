using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Diagnosis.Tls;

/// <summary>Writes a TLS ClientHello (RFC 8446, 4.1.2) with any name and of any length.</summary>
internal static class ClientHelloWriter
{
    /// <summary>
    /// Length of a hello as Chromium sends it with a key share of X25519MLKEM768: 1921 to 2065 bytes in version 156. Chromium shuffles its
    /// extensions, so in half of the hellos the name is after the first packet.
    /// </summary>
    public const int LargeLength = 2000;

    private const byte Handshake = 22;
    private const byte ClientHello = 1;
    private const ushort Version10 = 0x0301;
    private const ushort Version12 = 0x0303;
    private const ushort ServerName = 0;
    private const ushort Padding = 21;
    private const int RecordHeader = 5;
    private const int ExtensionHeader = 4;

    private static readonly ushort[] CipherSuites = [0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8];

    // Groups, signature algorithms, versions, point formats, extended master secret and ALPN as .NET sends them, in the formats of RFC 8446.
    private static readonly (ushort Type, string Hex)[] Fixed =
    [
        (0x000b, "0100"),
        (0x000a, "0006001d00170018"),
        (0x0017, ""),
        (0x000d, "0014040308040401050308050501080606010201" + "0203"),
        (0x0010, "000c02683208687474702f312e31"),
        (0x002b, "0403040303"),
        (0x002d, "0101"),
    ];

    /// <summary>Writes a hello in one record.</summary>
    /// <param name="name">The name of the server; null for none.</param>
    /// <param name="length">The length to which the record is padded, in bytes, with the name after the padding; 0 for no padding.</param>
    public static byte[] Write(string? name, int length = 0)
    {
        var extensions = new List<byte>();
        var named = new List<byte>();
        if (name is not null)
            Extension(named, ServerName, NameList(name));
        if (length == 0)
            extensions.AddRange(named);
        foreach (var (type, hex) in Fixed)
            Extension(extensions, type, Convert.FromHexString(hex));
        // A key share of x25519; any 32 bytes are a valid public key.
        Extension(extensions, 0x0033, [0x00, 0x24, 0x00, 0x1d, 0x00, 0x20, .. RandomNumberGenerator.GetBytes(32)]);
        if (length == 0)
            return Record(extensions);
        Extension(extensions, Padding, new byte[Math.Max(0, length - Record(extensions).Length - named.Count - ExtensionHeader)]);
        extensions.AddRange(named);
        return Record(extensions);
    }

    /// <summary>Splits a hello into two records.</summary>
    /// <param name="record">The hello in one record.</param>
    /// <param name="first">The number of bytes of the message in the first record.</param>
    public static byte[] Split(byte[] record, int first)
    {
        var message = record.AsSpan(RecordHeader);
        return [.. Header(first), .. message[..first], .. Header(message.Length - first), .. message[first..]];
    }

    private static byte[] Record(List<byte> extensions)
    {
        var body = new List<byte>();
        Word(body, Version12);
        body.AddRange(RandomNumberGenerator.GetBytes(32));
        body.Add(32);
        body.AddRange(RandomNumberGenerator.GetBytes(32));
        Word(body, (ushort)(CipherSuites.Length * sizeof(ushort)));
        foreach (var suite in CipherSuites)
            Word(body, suite);
        body.AddRange([1, 0]);
        Word(body, (ushort)extensions.Count);
        body.AddRange(extensions);
        byte[] message = [ClientHello, (byte)(body.Count >> 16), (byte)(body.Count >> 8), (byte)body.Count, .. body];
        return [.. Header(message.Length), .. message];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[RecordHeader];
        header[0] = Handshake;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(1), Version10);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(3), (ushort)length);
        return header;
    }

    private static byte[] NameList(string name)
    {
        var host = Encoding.ASCII.GetBytes(name);
        var list = new List<byte>();
        Word(list, (ushort)(host.Length + 3));
        list.Add(0);
        Word(list, (ushort)host.Length);
        list.AddRange(host);
        return [.. list];
    }

    private static void Extension(List<byte> extensions, ushort type, byte[] content)
    {
        Word(extensions, type);
        Word(extensions, (ushort)content.Length);
        extensions.AddRange(content);
    }

    private static void Word(List<byte> bytes, ushort word)
    {
        bytes.Add((byte)(word >> 8));
        bytes.Add((byte)word);
    }
}
