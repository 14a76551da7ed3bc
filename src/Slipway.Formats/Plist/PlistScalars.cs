using System.Buffers;
using System.Globalization;

namespace Slipway.Formats.Plist;

/// <summary>Reads and writes scalar values of the XML form; reading returns null when the text is invalid.</summary>
internal static class PlistScalars
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("+-.0123456789eE");

    /// <summary>Whether a property list can hold the number: from -2^63 to 2^64-1.</summary>
    public static bool IsInRange(Int128 value) => value >= long.MinValue && value <= ulong.MaxValue;

    /// <summary>Returns the number when a property list can hold it.</summary>
    /// <exception cref="ArgumentException">It is out of range.</exception>
    public static Int128 Checked(Int128 value) =>
        IsInRange(value) ? value : throw new ArgumentException("an integer of a property list must be from -2^63 to 2^64-1", nameof(value));

    /// <summary>Decimal with an optional sign, or hexadecimal after <c>0x</c>.</summary>
    public static PlistInteger? Integer(string text)
    {
        var digits = text.AsSpan().Trim(" \t\r\n");
        var read = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? Int128.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            : Int128.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        return read && IsInRange(value) ? new PlistInteger(value) : null;
    }

    /// <summary>A decimal number, or the words for infinity and NaN.</summary>
    public static PlistReal? Real(string text) => text.AsSpan().Trim(" \t\r\n") switch
    {
        "nan" => new PlistReal(double.NaN),
        "inf" or "+inf" or "infinity" or "+infinity" => new PlistReal(double.PositiveInfinity),
        "-inf" or "-infinity" => new PlistReal(double.NegativeInfinity),
        var digits => digits.IndexOfAnyExcept(NumberLetters) < 0
            && double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? new PlistReal(value) : null,
    };

    /// <summary>ISO 8601 to the second, UTC.</summary>
    public static PlistDate? Date(string text) =>
        DateTimeOffset.TryParseExact(text.AsSpan().Trim(" \t\r\n"), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? new PlistDate(value) : null;

    /// <summary>Base64, with white space anywhere.</summary>
    public static PlistData? Data(string text)
    {
        var bytes = new byte[(text.Length * 3L / 4) + 3];
        return Convert.TryFromBase64Chars(text, bytes, out var length) ? new PlistData(bytes.AsMemory(0, length)) : null;
    }

    /// <summary>Formats a number with a fraction so that it reads back as the same number.</summary>
    public static string TextOf(double value) => value switch
    {
        double.NaN => "nan",
        double.PositiveInfinity => "+infinity",
        double.NegativeInfinity => "-infinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>Formats a time; fractions of a second are cut off.</summary>
    public static string TextOf(DateTimeOffset value) => value.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
}
