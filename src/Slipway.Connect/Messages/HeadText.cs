using System.Buffers;
using System.Text;

namespace Slipway.Connect.Messages;

/// <summary>
/// Reads the lines and fields of a message's head by RFC 9112 without its leniencies: text that two programs could read differently
/// (bare line ends, folded lines, a space before the colon) is refused.
/// </summary>
internal static class HeadText
{
    /// <summary>The most bytes of a line.</summary>
    public const int MaxLine = 8 * 1024;

    /// <summary>The most bytes of a head.</summary>
    public const int MaxHead = 16 * 1024;

    private const int MaxFields = 100;

    private static readonly SearchValues<byte> Token = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // Field values are visible ASCII, spaces, tabs and bytes above ASCII (RFC 9110 section 5.5).
    private static readonly SearchValues<byte> Bad = SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b != '\t').Select(b => (byte)b), 127]);

    /// <summary>Finds the end of a head and returns its length, with the empty line.</summary>
    public static HeadStatus Find(ReadOnlySpan<byte> received, out int length)
    {
        length = received.IndexOf("\r\n\r\n"u8) + 4;
        var head = length > 3 ? received[..length] : received;
        if (head.Length > MaxHead || (length < 4 && head.Length == MaxHead))
            return HeadStatus.Invalid;
        return length > 3 ? HeadStatus.Complete : HasBareEnd(received) ? HeadStatus.Invalid : HeadStatus.Incomplete;
    }

    /// <summary>Removes the next line, without its end. Returns false when it is too long or does not end with CR LF.</summary>
    public static bool TryLine(ref ReadOnlySpan<byte> head, out ReadOnlySpan<byte> line)
    {
        var end = head.IndexOf("\r\n"u8);
        line = end < 0 ? default : head[..end];
        if (end < 0 || end > MaxLine || line.ContainsAny((byte)'\r', (byte)'\n'))
            return false;
        head = head[(end + 2)..];
        return true;
    }

    /// <summary>Reads the fields after the first line; returns null when one of them is invalid.</summary>
    public static List<HeaderField>? Fields(ReadOnlySpan<byte> rest)
    {
        var fields = new List<HeaderField>(8);
        while (TryLine(ref rest, out var line))
        {
            if (line.IsEmpty)
                return rest.IsEmpty ? fields : null;
            if (fields.Count == MaxFields || !TryField(line, out var field))
                return null;
            fields.Add(field);
        }

        return null;
    }

    /// <summary>Returns whether the text is a token (RFC 9110 section 5.6.2).</summary>
    public static bool IsToken(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(Token);

    private static bool TryField(ReadOnlySpan<byte> line, out HeaderField field)
    {
        field = default;
        var colon = line.IndexOf((byte)':');
        if (colon < 1 || !IsToken(line[..colon]))
            return false;
        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (value.ContainsAny(Bad))
            return false;
        field = new HeaderField(NameOf(line[..colon]), Encoding.Latin1.GetString(value));
        return true;
    }

    private static string NameOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Host"u8) ? "Host" : name.SequenceEqual("User-Agent"u8) ? "User-Agent" : Encoding.ASCII.GetString(name);

    // Refused at once, instead of waiting for a head that never ends.
    private static bool HasBareEnd(ReadOnlySpan<byte> received)
    {
        while (received.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (end == 0 || received[end - 1] != '\r')
                return true;
            received = received[(end + 1)..];
        }

        return false;
    }
}

/// <summary>The state of reading a message's head.</summary>
public enum HeadStatus
{
    /// <summary>The head is not complete yet.</summary>
    Incomplete,

    /// <summary>The head is invalid, and reading has stopped.</summary>
    Invalid,

    /// <summary>The head is complete.</summary>
    Complete,
}

/// <summary>A header field as received.</summary>
/// <param name="Name">Its name; compared without regard to case.</param>
/// <param name="Value">Its value without surrounding spaces.</param>
public readonly record struct HeaderField(string Name, string Value)
{
    /// <summary>Returns whether the field has this name.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
