namespace Slipway.Build.Resources.Svg;

/// <summary>The rules of a <c>style</c> element, as far as icons use them: <c>.name</c>, <c>#name</c> and element names, alone or in lists.</summary>
internal sealed class SvgClassRules
{
    private readonly Dictionary<string, Dictionary<string, string>> _rules = new(StringComparer.Ordinal);

    public void Read(string css, SvgDocument document)
    {
        for (int comment; (comment = css.IndexOf("/*", StringComparison.Ordinal)) >= 0;)
        {
            int end = css.IndexOf("*/", comment + 2, StringComparison.Ordinal);
            css = end < 0 ? css[..comment] : css.Remove(comment, end + 2 - comment);
        }

        foreach (string rule in css.Split('}', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = rule.Split('{', 2);
            if (parts.Length != 2 || rule.StartsWith('@'))
            {
                throw document.Unsupported("a style rule of this kind");
            }

            foreach (string selector in parts[0].Split(',', StringSplitOptions.TrimEntries))
            {
                string name = selector.TrimStart('.', '#');
                if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                {
                    throw document.Unsupported($"the style selector '{selector}'");
                }

                if (!_rules.TryGetValue(selector, out Dictionary<string, string>? declared))
                {
                    _rules.Add(selector, declared = new Dictionary<string, string>(StringComparer.Ordinal));
                }

                Declarations(parts[1], declared);
            }
        }
    }

    public IReadOnlyDictionary<string, string>? For(string selector) => _rules.GetValueOrDefault(selector);

    public static void Declarations(string text, Dictionary<string, string> into)
    {
        foreach (string declaration in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = declaration.Split(':', 2, StringSplitOptions.TrimEntries);
            if (pair.Length == 2)
            {
                into[pair[0]] = pair[1].Replace("!important", "", StringComparison.Ordinal).Trim();
            }
        }
    }
}
