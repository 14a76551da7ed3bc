using Slipway.Build.Plan;
using Slipway.Formats.Plist;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>URL schemes that open the app are valid (RFC 3986, 3.1) and not reserved for the system.</summary>
internal sealed class UrlSchemes : IRule
{
    public const string Key = "CFBundleURLTypes";

    private static readonly HashSet<string> OfTheSystem = new(StringComparer.OrdinalIgnoreCase)
    {
        "app", "http", "https", "file", "about", "data", "blob", "javascript", "mailto", "tel", "sms", "facetime", "itms-services", "itms-apps",
    };

    public IEnumerable<Problem> Check(AppDraft app)
    {
        foreach (var entry in app.InfoPlist.Where(e => e.Key == Key))
        {
            if (Schemes(entry.Value) is not { } schemes)
                yield return IosProblems.UrlScheme.At(entry.Where, $"{Key} is not an array of dictionaries with CFBundleURLSchemes.");
            else if (schemes.FirstOrDefault(s => !IsScheme(s)) is { } bad)
                yield return IosProblems.UrlScheme.At(entry.Where, $"'{bad}' is not a URL scheme.");
            else if (schemes.FirstOrDefault(OfTheSystem.Contains) is { } taken)
                yield return IosProblems.UrlScheme.At(entry.Where, $"The scheme '{taken}' belongs to the system.");
        }
    }

    /// <summary>Returns the URL schemes of a draft that passed the rules, each once.</summary>
    public static IReadOnlyList<string> Of(AppDraft app) =>
        [.. app.InfoPlist.Where(e => e.Key == Key).SelectMany(e => Schemes(e.Value) ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static List<string>? Schemes(PlistValue value)
    {
        if (value is not PlistArray types)
            return null;
        var schemes = new List<string>();
        foreach (var type in types)
        {
            if (type is not PlistDictionary dictionary || dictionary.Texts("CFBundleURLSchemes") is not { } names)
                return null;
            schemes.AddRange(names);
        }

        return schemes;
    }

    private static bool IsScheme(string text) =>
        text.Length is > 0 and <= 100 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
}
