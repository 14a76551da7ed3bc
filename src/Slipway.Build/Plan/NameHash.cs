using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Build.Plan;

/// <summary>
/// Hashes names with letters outside ASCII, which ids cannot contain. Without the hash, two apps with Japanese titles would share an id,
/// and one would replace the other on the phone.
/// </summary>
internal static class NameHash
{
    private const int Bytes = 4;

    /// <summary>Returns a few digits and letters that depend only on the name.</summary>
    public static string Of(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, Bytes));

    /// <summary>Returns whether a name has letters, digits or symbols outside ASCII.</summary>
    public static bool IsNeeded(string name) => name.EnumerateRunes().Any(rune => !rune.IsAscii && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.OtherSymbol);
}
