using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Slipway.Diagnosis.Names;

/// <summary>Reads and writes the DNS messages (RFC 1035) that are needed to look up the addresses of a host.</summary>
internal static class DnsMessage
{
    public const ushort A = 1;
    public const ushort Cname = 5;
    public const ushort Aaaa = 28;

    private const int HeaderSize = 12;
    private const int FixedSize = 10;
    private const int MostJumps = 32;
    private const ushort ClassInternet = 1;
    private const ushort RecursionDesired = 0x0100;

    private static readonly string[] Codes = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"];

    /// <summary>Writes a question.</summary>
    public static byte[] Ask(ushort id, string name, ushort type)
    {
        var message = new List<byte>();
        foreach (var word in new ushort[] { id, RecursionDesired, 1, 0, 0, 0 })
            Add(message, word);
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            message.Add((byte)label.Length);
            message.AddRange(Encoding.ASCII.GetBytes(label));
        }

        message.Add(0);
        Add(message, type);
        Add(message, ClassInternet);
        return [.. message];
    }

    /// <summary>Returns whether the message is the answer to a question.</summary>
    public static bool Answers(ReadOnlySpan<byte> message, ReadOnlySpan<byte> question) =>
        message.Length >= question.Length && message[..2].SequenceEqual(question[..2]) && (message[2] & 0x80) != 0
        && Encoding.ASCII.GetString(message[HeaderSize..question.Length])
            .Equals(Encoding.ASCII.GetString(question[HeaderSize..]), StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the answer was truncated because it does not fit into a datagram.</summary>
    public static bool IsCut(ReadOnlySpan<byte> message) => (message[2] & 0x02) != 0;

    /// <summary>Reads an answer.</summary>
    /// <returns>Null when the message is malformed.</returns>
    public static (string Code, List<string> Aliases, List<IPAddress> Addresses)? Read(ReadOnlySpan<byte> message, int questionLength)
    {
        try
        {
            var code = message[3] & 0x0f;
            var (aliases, addresses) = (new List<string>(), new List<IPAddress>());
            var position = questionLength;
            for (int left = BinaryPrimitives.ReadUInt16BigEndian(message[6..]); left > 0; left--)
            {
                Name(message, ref position);
                var type = BinaryPrimitives.ReadUInt16BigEndian(message[position..]);
                var length = BinaryPrimitives.ReadUInt16BigEndian(message[(position + FixedSize - 2)..]);
                position += FixedSize;
                var data = message.Slice(position, length);
                var inside = position;
                if (type == Cname)
                    aliases.Add(Name(message, ref inside));
                else if ((type, length) is (A, 4) or (Aaaa, 16))
                    addresses.Add(new IPAddress(data));
                position += length;
            }

            return (code < Codes.Length ? Codes[code] : $"RCODE{code}", aliases, addresses);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static string Name(ReadOnlySpan<byte> message, ref int position)
    {
        var labels = new List<string>();
        var (at, jumps, ended) = (position, 0, -1);
        while (message[at] is var length && length != 0)
        {
            if (length < 0xc0)
            {
                labels.Add(Printable(message.Slice(at + 1, length)));
                at += length + 1;
                continue;
            }

            // A pointer to the rest of the name. The number of jumps is limited, because a pointer may lead to itself.
            ended = ended < 0 ? at + 2 : ended;
            at = BinaryPrimitives.ReadUInt16BigEndian(message[at..]) & 0x3fff;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(++jumps, MostJumps);
        }

        position = ended < 0 ? at + 1 : ended;
        return string.Join('.', labels);
    }

    private static string Printable(ReadOnlySpan<byte> label)
    {
        var text = new StringBuilder();
        foreach (var octet in label)
            text.Append(octet is > 0x20 and < 0x7f ? (char)octet : '?');
        return text.ToString();
    }

    private static void Add(List<byte> message, ushort word)
    {
        message.Add((byte)(word >> 8));
        message.Add((byte)word);
    }
}
