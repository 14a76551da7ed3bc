namespace Slipway.Build.Resources.Svg.Css;

/// <summary>
/// Reads style sheets: rules, nested ones too, and those in <c>@media</c>, <c>@supports</c> and <c>@layer</c>. As CSS requires, it drops
/// what it cannot read. It never fetches other sheets.
/// </summary>
internal sealed class CssSheet(CssViewport viewport, CssBudget budget)
{
    private const int MostNesting = 16;

    public List<CssRule> Rules { get; } = [];

    /// <summary>Whether a rule animates something.</summary>
    public bool Moves { get; private set; }

    public void Read(string css) => Read(CssText.WithoutComments(css).Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal), null, false, 0);

    private void Read(string css, string? parent, bool isLayered, int depth)
    {
        if (depth > MostNesting)
            throw budget.Exceeded("style rules nest too deeply");
        var own = new List<CssDeclaration>();
        for (var at = 0; at < css.Length;)
        {
            var end = CssText.Find(css, at, "{;");
            var prelude = css[at..end].Trim().TrimStart('}').TrimStart();
            if (end == css.Length || css[end] == ';')
            {
                if (parent is not null && CssDeclaration.One(prelude) is { } declaration)
                    own.Add(declaration);
                at = end + 1;
                continue;
            }

            var close = CssText.Find(css, end + 1, "}");
            var body = css[(end + 1)..close];
            at = close + 1;
            if (prelude.StartsWith('@'))
                Group(prelude, body, parent, isLayered, depth);
            else
                Read(body, Nested(parent, prelude), isLayered, depth + 1);
        }

        if (own.Count > 0 && CssSelector.List(parent!, budget) is { } selectors)
            Rules.AddRange(selectors.Select(s => new CssRule(s, own, isLayered)));
    }

    private void Group(string prelude, string body, string? parent, bool isLayered, int depth)
    {
        var name = prelude.Split([' ', '(', '\t', '\n', '\r'], 2)[0].ToLowerInvariant();
        var rest = prelude[name.Length..].Trim();
        if (name == "@layer" || (name == "@media" && CssCondition.IsMedia(rest, viewport)) || (name == "@supports" && CssCondition.IsSupported(rest)))
            Read(body, parent, isLayered || name == "@layer", depth + 1);
        else if (name.EndsWith("keyframes", StringComparison.Ordinal))
            Moves = true;
    }

    private static string Nested(string? parent, string selector) => parent is null ? selector
        : string.Join(',', CssText.Split(selector, ',').Select(s => s.Contains('&', StringComparison.Ordinal) ? s.Replace("&", $":is({parent})", StringComparison.Ordinal) : $":is({parent}) {s}"));
}
