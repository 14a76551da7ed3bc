using System.Buffers.Binary;
using System.Text;

namespace Slipway.Gateway.Requests;

/// <summary>The parts of a TLS ClientHello (RFC 8446 section 4.1.2) that the gateway uses.</summary>
/// <param name="ServerName">The requested host (RFC 6066 section 3); null when the hello names none. With an encrypted hello, the outer name.</param>
/// <param name="Protocols">The offered protocols (RFC 7301).</param>
/// <param name="HasEncryptedHello">Whether the hello contains the extension for encrypted hellos. A GREASE extension looks the same to everybody on the
/// path.</param>
public sealed record ClientHello(string? ServerName, IReadOnlyList<string> Protocols, bool HasEncryptedHello)
{
    private const int ServerNameExtension = 0;
    private const int ProtocolsExtension = 16;
    private const int EncryptedHelloExtension = 0xfe0d;
    private const int RandomLength = 32;

    /// <summary>Reads the body of the handshake message; returns null when it is malformed.</summary>
    public static ClientHello? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length < 2 + RandomLength || body[0] != 3)
            return null;
        var rest = body[(2 + RandomLength)..];
        if (!TryVector(ref rest, 1, out var session) || session.Length > 32
            || !TryVector(ref rest, 2, out var suites) || suites.Length < 2 || suites.Length % 2 != 0
            || !TryVector(ref rest, 1, out var compressions) || compressions.IsEmpty)
        {
            return null;
        }
        if (rest.IsEmpty)
            return new ClientHello(null, [], HasEncryptedHello: false);
        return TryVector(ref rest, 2, out var extensions) && rest.IsEmpty ? Extensions(extensions) : null;
    }

    private static ClientHello? Extensions(ReadOnlySpan<byte> rest)
    {
        var hello = new ClientHello(null, [], HasEncryptedHello: false);
        var seen = new HashSet<int>(16);
        while (!rest.IsEmpty)
        {
            if (rest.Length < 2)
                return null;
            var kind = BinaryPrimitives.ReadUInt16BigEndian(rest);
            rest = rest[2..];
            // Extensions must not repeat (RFC 8446 section 4.2), because readers would differ in which one they use.
            if (!TryVector(ref rest, 2, out var data) || !seen.Add(kind))
                return null;
            var next = kind switch
            {
                ServerNameExtension => Name(data) is { } name ? hello with { ServerName = name } : null,
                ProtocolsExtension => Offers(data) is { } offers ? hello with { Protocols = offers } : null,
                EncryptedHelloExtension => hello with { HasEncryptedHello = true },
                _ => hello,
            };
            if (next is null)
                return null;
            hello = next;
        }

        return hello;
    }

    private static string? Name(ReadOnlySpan<byte> data)
    {
        // The list must contain one name of the only type that is defined.
        if (!TryVector(ref data, 2, out var list) || !data.IsEmpty || list.IsEmpty || list[0] != 0)
            return null;
        list = list[1..];
        if (!TryVector(ref list, 2, out var name) || !list.IsEmpty || name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            return null;
        return Encoding.ASCII.GetString(name);
    }

    private static List<string>? Offers(ReadOnlySpan<byte> data)
    {
        if (!TryVector(ref data, 2, out var list) || !data.IsEmpty || list.IsEmpty)
            return null;
        var offers = new List<string>(2);
        while (!list.IsEmpty)
        {
            if (!TryVector(ref list, 1, out var protocol) || protocol.IsEmpty)
                return null;
            offers.Add(Encoding.Latin1.GetString(protocol));
        }

        return offers;
    }

    private static bool TryVector(ref ReadOnlySpan<byte> rest, int lengthBytes, out ReadOnlySpan<byte> vector)
    {
        vector = default;
        if (rest.Length < lengthBytes)
            return false;
        var length = lengthBytes == 1 ? rest[0] : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (rest.Length - lengthBytes < length)
            return false;
        vector = rest.Slice(lengthBytes, length);
        rest = rest[(lengthBytes + length)..];
        return true;
    }
}
