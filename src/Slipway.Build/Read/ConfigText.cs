using Slipway.Formats.Axml;

namespace Slipway.Build.Read;

/// <summary>
/// Accepts what Cordova's own reader accepts and XML does not: space before the declaration, a declaration of another version, and
/// undeclared prefixes.
/// </summary>
internal static class ConfigText
{
    private const string Tools = "http://schemas.android.com/tools";

    /// <summary>Returns the text without its declaration; the line numbers stay the same.</summary>
    public static string Prepare(string text)
    {
        const string declaration = "<?xml";
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (!text.AsSpan(start).StartsWith(declaration, StringComparison.Ordinal) || text.IndexOf('>', start) is not (> 0 and var end) || text[end - 1] != '?' || !char.IsWhiteSpace(text[start + declaration.Length]))
            return text;
        return new string('\n', text.AsSpan(0, end).Count('\n')) + text[(end + 1)..];
    }

    /// <summary>Returns the namespace of an undeclared prefix.</summary>
    public static string NamespaceOf(string prefix) => prefix switch
    {
        "android" => AxmlNamespace.Android,
        "tools" => Tools,
        _ => "urn:undeclared:" + prefix,
    };
}
