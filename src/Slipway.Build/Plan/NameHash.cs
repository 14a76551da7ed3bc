using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Build.Plan;

/// <summary>
/// Tells names apart of which letters get lost where only those of ASCII are taken: two titles in Japanese must not share an id,
/// or one app would replace the other on the phone.
/// </summary>
internal static class NameHash
{
    private const int Bytes = 4;

    /// <summary>Some digits and letters that follow from a name.</summary>
    public static string Of(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, Bytes));

    /// <summary>Does a name have letters, digits or pictures outside ASCII?</summary>
    public static bool IsNeeded(string name) => name.EnumerateRunes().Any(rune => !rune.IsAscii && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.OtherSymbol);
}
