namespace Slipway.Build.Resources.Svg.Css;

/// <summary>One selector of a rule with the rule's declarations.</summary>
/// <param name="Selector">Selects the elements that the rule applies to.</param>
/// <param name="Declarations">The declarations in their order.</param>
/// <param name="IsLayered">True when it is in a cascade layer; every rule outside of layers overrides it.</param>
internal sealed record CssRule(CssSelector Selector, IReadOnlyList<CssDeclaration> Declarations, bool IsLayered);

/// <summary>A property and its value.</summary>
/// <param name="Name">Name in lower case, unless it is a custom property.</param>
/// <param name="Value">Value as written.</param>
/// <param name="IsImportant">Whether it is marked <c>!important</c> and overrides declarations that are not.</param>
internal readonly record struct CssDeclaration(string Name, string Value, bool IsImportant)
{
    /// <summary>Reads the declarations in a <c>style</c> attribute.</summary>
    public static List<CssDeclaration> List(string text) =>
        [.. CssText.Split(CssText.WithoutComments(text), ';').Select(One).OfType<CssDeclaration>()];

    /// <summary>Reads one declaration; returns null when the text is not one.</summary>
    public static CssDeclaration? One(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var name = text[..colon].Trim();
        var value = text[(colon + 1)..].Trim();
        var mark = value.LastIndexOf('!');
        var isImportant = mark >= 0 && value[(mark + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase);
        return new CssDeclaration(name.StartsWith("--", StringComparison.Ordinal) ? name : name.ToLowerInvariant(), isImportant ? value[..mark].TrimEnd() : value, isImportant);
    }
}
