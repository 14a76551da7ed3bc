using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>The part of a selector that one element must match: its name, id, classes, attributes and pseudo-classes.</summary>
internal sealed class CssCompound
{
    private const int IdWeight = 1_000_000;
    private const int ClassWeight = 1_000;
    private const int MostNesting = 8;
    private readonly List<Func<XElement, bool>> _tests = [];

    public int Specificity { get; private set; }

    public static CssCompound? Parse(string text, CssBudget budget, int depth)
    {
        var compound = new CssCompound();
        for (var at = 0; at < text.Length;)
        {
            if (!compound.Read(text, ref at, budget, depth))
                return null;
        }

        return compound;
    }

    public bool Matches(XElement element) => _tests.TrueForAll(test => test(element));

    private bool Read(string text, ref int at, CssBudget budget, int depth)
    {
        var mark = text[at];
        if (mark == '[')
            return Bracket(text, ref at);
        at += mark is '.' or '#' or ':' or '*' ? 1 : 0;
        if (mark == ':')
            return Pseudo(text, ref at, budget, depth);
        if (mark == '*')
            return true;
        var name = Name(text, ref at);
        if (name.Length == 0)
            return false;
        if (at < text.Length && text[at] == '|')
        {
            at++;
            return true;
        }

        Specificity += mark == '#' ? IdWeight : mark == '.' ? ClassWeight : 1;
        _tests.Add(mark switch
        {
            '#' => e => (string?)e.Attribute("id") == name,
            '.' => e => ((string?)e.Attribute("class") ?? "").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Contains(name),
            _ => e => e.Name.LocalName == name,
        });
        return true;
    }

    private bool Bracket(string text, ref int at)
    {
        var close = CssText.Find(text, at + 1, "]");
        var inner = text[(at + 1)..close].Trim();
        at = Math.Min(text.Length, close + 1);
        var equals = inner.IndexOf('=', StringComparison.Ordinal);
        var kind = equals > 0 && inner[equals - 1] is '~' or '|' or '^' or '$' or '*' ? inner[equals - 1] : '=';
        var name = (equals < 0 ? inner : inner[..(kind == '=' ? equals : equals - 1)]).Trim();
        var value = equals < 0 ? "" : inner[(equals + 1)..].Trim();
        var ignoresCase = value.EndsWith(" i", StringComparison.OrdinalIgnoreCase);
        value = (ignoresCase ? value[..^2].TrimEnd() : value).Trim('"', '\'');
        name = name[(name.LastIndexOf('|') + 1)..];
        if (name.Length == 0)
            return false;
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        Specificity += ClassWeight;
        _tests.Add(e => e.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value is { } found && (equals < 0 || kind switch
        {
            '~' => found.Split(' ').Any(word => word.Equals(value, comparison)),
            '|' => found.Equals(value, comparison) || found.StartsWith(value + "-", comparison),
            '^' => value.Length > 0 && found.StartsWith(value, comparison),
            '$' => value.Length > 0 && found.EndsWith(value, comparison),
            '*' => value.Length > 0 && found.Contains(value, comparison),
            _ => found.Equals(value, comparison),
        }));
        return true;
    }

    private bool Pseudo(string text, ref int at, CssBudget budget, int depth)
    {
        if (at < text.Length && text[at] == ':')
        {
            // SVG draws no ::before and ::after.
            at = text.Length;
            _tests.Add(_ => false);
            return true;
        }

        var name = Name(text, ref at).ToLowerInvariant();
        string? argument = null;
        if (at < text.Length && text[at] == '(')
        {
            var close = CssText.Find(text, at + 1, ")");
            argument = text[(at + 1)..close].Trim();
            at = Math.Min(text.Length, close + 1);
        }

        if (name is "is" or "where" or "not" or "has" or "matches")
            return depth < MostNesting && argument is not null && Selectors(name, argument, budget, depth);
        if (new CssPlace(budget).Test(name, argument) is not { } test)
            return false;
        Specificity += ClassWeight;
        _tests.Add(test);
        return true;
    }

    private bool Selectors(string name, string argument, CssBudget budget, int depth)
    {
        if (CssSelector.List(argument, budget, depth + 1) is not { Count: > 0 } selectors)
            return false;
        Specificity += name == "where" ? 0 : selectors.Max(s => s.Specificity);
        _tests.Add(name switch
        {
            "not" => e => !selectors.Exists(s => s.Matches(e)),
            "has" => e => e.Descendants().Any(d => selectors.Exists(s => s.Matches(d))),
            _ => e => selectors.Exists(s => s.Matches(e)),
        });
        return true;
    }

    private static string Name(string text, ref int at)
    {
        var name = new StringBuilder();
        for (; at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '\\' or >= '\u0080'); at++)
        {
            if (text[at] != '\\')
            {
                name.Append(text[at]);
                continue;
            }

            var digits = 0;
            while (digits < 6 && at + digits + 1 < text.Length && char.IsAsciiHexDigit(text[at + digits + 1]))
                digits++;
            if (digits > 0 && int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, null, out var code) && Rune.IsValid(code))
            {
                name.Append(new Rune(code).ToString());
                at += digits + (at + digits + 1 < text.Length && char.IsWhiteSpace(text[at + digits + 1]) ? 1 : 0);
            }
            else if (at + 1 < text.Length)
            {
                name.Append(text[++at]);
            }
        }

        return name.ToString();
    }
}
