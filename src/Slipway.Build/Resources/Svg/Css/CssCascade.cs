using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Chooses the declarations that apply to an element (https://www.w3.org/TR/css-cascade-5/).</summary>
internal sealed class CssCascade(IReadOnlyList<CssRule> rules, CssBudget budget)
{
    /// <summary>Returns the value of each property that attributes, rules or the element's own style declare.</summary>
    /// <param name="element">The element.</param>
    /// <param name="isValid">Returns whether a declaration is valid; invalid ones are ignored.</param>
    public Dictionary<string, string> Of(XElement element, Func<string, string, bool> isValid)
    {
        var found = new Dictionary<string, (string Value, long Weight)>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.NamespaceName.Length == 0 && SvgProperties.IsPresentation(attribute.Name.LocalName) && isValid(attribute.Name.LocalName, attribute.Value.Trim()))
                found[attribute.Name.LocalName] = (attribute.Value.Trim(), -1);
        }

        foreach (var rule in rules)
        {
            budget.Spend();
            if (rule.Selector.Matches(element))
                Add(rule.Declarations, (rule.IsLayered ? 0 : 1L << 32) + rule.Selector.Specificity);
        }

        if ((string?)element.Attribute("style") is { } style)
            Add(CssDeclaration.List(style), 1L << 40);
        return found.ToDictionary(f => f.Key, f => f.Value.Value, StringComparer.Ordinal);

        void Add(IReadOnlyList<CssDeclaration> declarations, long weight)
        {
            budget.Spend(declarations.Count);
            foreach (var (name, value) in declarations.SelectMany(d => SvgProperties.Longhands(d.Name, d.Value)
                .Select(l => (l.Name, (l.Value, Weight: weight + (d.IsImportant ? 1L << 48 : 0))))))
            {
                if (isValid(name, value.Value) && (!found.TryGetValue(name, out var other) || value.Weight >= other.Weight))
                    found[name] = value;
            }
        }
    }
}
