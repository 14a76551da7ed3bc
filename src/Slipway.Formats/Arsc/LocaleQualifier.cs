namespace Slipway.Formats.Arsc;

/// <summary>Reads and writes locales in folder names: <c>de</c>, <c>pt-rBR</c> and the BCP 47 form <c>b+sr+Latn+RS</c>.</summary>
internal static class LocaleQualifier
{
    public static ResourceConfiguration Take(Queue<string> parts, ResourceConfiguration start)
    {
        if (!parts.TryPeek(out var part))
            return start;

        if (part.StartsWith("b+", StringComparison.OrdinalIgnoreCase))
        {
            if (Bcp47(part[2..].Split('+'), start) is { } tagged)
            {
                parts.Dequeue();
                return tagged;
            }

            return start;
        }

        // "car" is a kind of device, not a language.
        if (part.Length is not (2 or 3) || !IsLetters(part) || part.ToLowerInvariant() is "car")
            return start;

        parts.Dequeue();
        var result = start with { Language = part.ToLowerInvariant() };
        if (parts.TryPeek(out var region) && region.Length == 3 && region[0] is 'r' or 'R' && IsLetters(region))
        {
            parts.Dequeue();
            result = result with { Region = region[1..].ToUpperInvariant() };
        }

        return result;
    }

    public static string Format(ResourceConfiguration c)
    {
        if (c.Language.Length == 0)
            return "";

        var hasScript = c.Script.Length > 0 && !c.IsScriptComputed;
        if (!hasScript && c.Variant.Length == 0 && c.NumberingSystem.Length == 0)
            return c.Region.Length == 0 ? c.Language : $"{c.Language}-r{c.Region}";

        var numbering = c.NumberingSystem.Length == 0 ? "" : $"u+nu+{c.NumberingSystem}";
        string[] tags = [c.Language, hasScript ? c.Script : "", c.Region, c.Variant, numbering];
        return "b+" + string.Join('+', tags.Where(tag => tag.Length > 0));
    }

    private static ResourceConfiguration? Bcp47(string[] tags, ResourceConfiguration start)
    {
        if (tags[0].Length is not (2 or 3) || !IsLetters(tags[0]))
            return null;

        var c = start with { Language = tags[0].ToLowerInvariant() };
        for (var i = 1; i < tags.Length; i++)
        {
            var tag = tags[i];
            if (tag.Equals("u", StringComparison.OrdinalIgnoreCase))
                return i + 3 == tags.Length && tags[i + 1].Equals("nu", StringComparison.OrdinalIgnoreCase) ? c with { NumberingSystem = tags[i + 2].ToLowerInvariant() } : null;

            if (tag.Length == 4 && IsLetters(tag) && c is { Script: "", Region: "", Variant: "" })
                c = c with { Script = char.ToUpperInvariant(tag[0]) + tag[1..].ToLowerInvariant() };
            else if (tag.Length is 2 or 3 && c is { Region: "", Variant: "" } && (tag.Length == 2 ? IsLetters(tag) : tag.All(char.IsAsciiDigit)))
                c = c with { Region = tag.ToUpperInvariant() };
            else if (tag.Length is >= 4 and <= 8 && c.Variant.Length == 0 && tag.All(char.IsAsciiLetterOrDigit))
                c = c with { Variant = tag.ToLowerInvariant() };
            else
                return null;
        }

        return c;
    }

    private static bool IsLetters(string text) => text.All(char.IsAsciiLetter);
}
