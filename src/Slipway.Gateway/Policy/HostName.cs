using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Slipway.Gateway.Policy;

/// <summary>
/// A host name in the form in which it is compared: lower case, without the trailing dot, in ASCII. It contains only letters, digits and hyphens, so that
/// no other reader interprets it differently. Text that ends in a number is an address to some readers (RFC 3986, section 3.2.2, leaves 127.1 open) and is
/// refused as a name.
/// </summary>
public sealed record HostName
{
    private const int MaxLength = 253;
    private const int MaxLabel = 63;

    private static readonly SearchValues<char> Normal = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private HostName(string value) => Value = value;

    /// <summary>The name, normalised.</summary>
    public string Value { get; }

    /// <summary>Reads a name. International names are converted to their ASCII form (RFC 3490).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out HostName? name)
    {
        name = null;
        if (text.EndsWith('.'))
            text = text[..^1];
        if (text.Length is 0 or > MaxLength)
            return false;
        var value = text.ContainsAnyExcept(Normal) ? Normalise(text.ToString()) : text.ToString();
        if (value is null || value.Length > MaxLength || !HasValidLabels(value))
            return false;
        name = new HostName(value);
        return true;
    }

    /// <summary>Returns whether this name is below another one.</summary>
    public bool IsBelow(HostName parent) =>
        Value.Length > parent.Value.Length + 1 && Value[^(parent.Value.Length + 1)] == '.' && Value.EndsWith(parent.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? Normalise(string text)
    {
        try
        {
            var ascii = (Ascii.IsValid(text) ? text : Idn.GetAscii(text.ToLowerInvariant())).ToLowerInvariant();
            return ascii.AsSpan().ContainsAnyExcept(Normal) ? null : ascii;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool HasValidLabels(string name)
    {
        ReadOnlySpan<char> last = default;
        foreach (var range in name.AsSpan().Split('.'))
        {
            last = name.AsSpan(range);
            if (last.Length is 0 or > MaxLabel || last[0] == '-' || last[^1] == '-')
                return false;
        }

        return !IsNumber(last);
    }

    // The URL standard tells addresses from names in the same way: by the last label.
    private static bool IsNumber(ReadOnlySpan<char> label) =>
        !label.ContainsAnyExceptInRange('0', '9')
        || (label.StartsWith("0x", StringComparison.Ordinal) && !label[2..].ContainsAnyExcept(Hexadecimal));
}
