using System.Globalization;
using System.Text;

namespace Slipway.Connect.Messages;

/// <summary>The head of an answer to a request of plain HTTP.</summary>
internal sealed class AnswerHead
{
    private AnswerHead(int status, string start, List<HeaderField> fields) => (Status, Start, Fields) = (status, start, fields);

    /// <summary>The status.</summary>
    public int Status { get; }

    /// <summary>The whole first line.</summary>
    public string Start { get; }

    /// <summary>All fields in their order.</summary>
    public IReadOnlyList<HeaderField> Fields { get; }

    /// <summary>Does it say that the request succeeded? To CONNECT, that the tunnel is open.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Another answer follows, RFC 9110 section 15.2.</summary>
    public bool IsInterim => Status is >= 100 and < 200;

    /// <summary>Reads a head.</summary>
    public static HeadStatus Read(ReadOnlySpan<byte> received, out AnswerHead? head, out int length)
    {
        head = null;
        var status = HeadText.Find(received, out length);
        if (status == HeadStatus.Complete)
            head = Parse(received[..length]);
        return status == HeadStatus.Complete && head is null ? HeadStatus.Invalid : status;
    }

    /// <summary>Receives a head, and passes over interim answers. It reads a byte at a time: what follows may belong to a tunnel.</summary>
    /// <exception cref="NoAnswerException">What comes is no head.</exception>
    public static async Task<AnswerHead> ReceiveAsync(Stream stream, CancellationToken cancellation)
    {
        var received = new byte[HeadText.MaxHead];
        for (var length = 0; length < received.Length;)
        {
            if (await stream.ReadAsync(received.AsMemory(length, 1), cancellation) == 0)
                throw Broken("The connection was closed before the answer was complete.", length);
            length++;
            if (received[length - 1] != (byte)'\n')
                continue;
            var status = Read(received.AsSpan(0, length), out var head, out _);
            if (status == HeadStatus.Invalid)
                throw Broken("The answer breaks the rules of HTTP.", length);
            if (head is { IsInterim: false })
                return head;
            if (head is not null)
                length = 0;
        }

        throw Broken("The head of the answer has no end.", received.Length);

        NoAnswerException Broken(string message, int length) => new(message, Encoding.Latin1.GetString(received, 0, length));
    }

    /// <summary>Where the body ends; null when that is not said without doubt.</summary>
    public BodyFraming? Body(string method)
    {
        if (method == "HEAD" || Status is 204 or 304)
            return BodyFraming.OfLength(0);
        var encodings = Fields.Where(f => f.Is("Transfer-Encoding")).Select(f => f.Value).ToList();
        var lengths = Fields.Where(f => f.Is("Content-Length")).Select(f => f.Value).Distinct(StringComparer.Ordinal).ToList();
        return (encodings, lengths) switch
        {
            ([], []) => BodyFraming.UntilClose(),
            ([], [{ Length: > 0 and <= 18 } digits]) when !digits.AsSpan().ContainsAnyExceptInRange('0', '9') => BodyFraming.OfLength(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)),
            ([var encoding], []) when encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase) => BodyFraming.Chunked(),
            _ => null,
        };
    }

    private static AnswerHead? Parse(ReadOnlySpan<byte> text)
    {
        if (!HeadText.TryLine(ref text, out var line) || line.Length < 12 || !line.StartsWith("HTTP/1."u8) || line[7] is not ((byte)'0' or (byte)'1') || line[8] != ' ')
            return null;
        if (line[9] is < (byte)'1' or > (byte)'5' || line[9..12].ContainsAnyExceptInRange((byte)'0', (byte)'9') || (line.Length > 12 && line[12] != ' '))
            return null;
        var status = int.Parse(line[9..12], NumberStyles.None, CultureInfo.InvariantCulture);
        // Nothing asked for another protocol, so nobody may change to one.
        var fields = status == 101 || line.ContainsAnyInRange((byte)0, (byte)31) ? null : HeadText.Fields(text);
        return fields is null ? null : new AnswerHead(status, Encoding.Latin1.GetString(line), fields);
    }
}
