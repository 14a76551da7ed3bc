using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>A CSS selector (https://www.w3.org/TR/selectors-4/): compounds, and the combinator between each and the one before it.</summary>
internal sealed class CssSelector
{
    private const int MostCompounds = 64;
    private readonly List<(char Relation, CssCompound Compound)> _parts = [];
    private readonly CssBudget _budget;

    private CssSelector(CssBudget budget) => _budget = budget;

    /// <summary>The specificity: ids, then classes, then names.</summary>
    public int Specificity => _parts.Sum(p => p.Compound.Specificity);

    /// <summary>Reads a list of selectors; returns null when one cannot be read, because it makes the whole list invalid.</summary>
    public static List<CssSelector>? List(string text, CssBudget budget, int depth = 0)
    {
        var selectors = CssText.Split(text, ',').ConvertAll(s => One(s, budget, depth));
        return selectors.Contains(null) ? null : [.. selectors.OfType<CssSelector>()];
    }

    public bool Matches(XElement element) => Matches(element, _parts.Count - 1);

    private static CssSelector? One(string text, CssBudget budget, int depth)
    {
        budget.Spend(text.Length + 1);
        var selector = new CssSelector(budget);
        var relation = ' ';
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (text[at] is '>' or '+' or '~')
            {
                if (relation != ' ')
                    return null;
                relation = text[at++];
                continue;
            }

            var end = CssText.Find(text, at, " \t\r\n\f>+~");
            if (CssCompound.Parse(text[at..end], budget, depth) is not { } compound || selector._parts.Count == MostCompounds)
                return null;
            selector._parts.Add((relation, compound));
            relation = ' ';
            at = end;
        }

        return selector._parts.Count > 0 && relation == ' ' ? selector : null;
    }

    private bool Matches(XElement element, int part)
    {
        _budget.Spend();
        var (relation, compound) = _parts[part];
        if (!compound.Matches(element))
            return false;
        if (part == 0)
            return relation == ' ';
        return relation switch
        {
            '>' => element.Parent is { } parent && Matches(parent, part - 1),
            '+' => Before(element) is { } before && Matches(before, part - 1),
            '~' => element.ElementsBeforeSelf().Any(e => Matches(e, part - 1)),
            _ => element.Ancestors().Any(e => Matches(e, part - 1)),
        };
    }

    private static XElement? Before(XElement element)
    {
        var node = element.PreviousNode;
        while (node is not null and not XElement)
            node = node.PreviousNode;
        return (XElement?)node;
    }
}
