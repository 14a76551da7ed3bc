using System.Text.RegularExpressions;
using Slipway.Formats.Axml;

namespace Slipway.Build.Read;

/// <summary>
/// What Cordova's own reader takes and XML does not: space before the declaration, a declaration of another version, and prefixes that
/// nothing declares.
/// </summary>
internal static partial class ConfigText
{
    private const string Tools = "http://schemas.android.com/tools";

    /// <summary>The text without its declaration; lines keep their numbers.</summary>
    public static string Prepare(string text) =>
        Declaration.Match(text) is { Success: true } match
            ? string.Concat(match.Value.Where(c => c == '\n')) + text[match.Length..]
            : text;

    /// <summary>The namespace of a prefix that is not declared.</summary>
    public static string NamespaceOf(string prefix) => prefix switch
    {
        "android" => AxmlNamespace.Android,
        "tools" => Tools,
        _ => "urn:undeclared:" + prefix,
    };

    [GeneratedRegex("""^\s*<\?xml\s[^>]*\?>""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration { get; }
}
