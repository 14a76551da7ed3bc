namespace Slipway.Build.Resources.Svg.Css;

/// <summary>A property and its value.</summary>
/// <param name="Name">In lower case, unless it is a custom property.</param>
/// <param name="Value">As written.</param>
/// <param name="IsImportant">It wins over those that are not.</param>
internal readonly record struct CssDeclaration(string Name, string Value, bool IsImportant)
{
    /// <summary>Reads declarations as a <c>style</c> attribute has them.</summary>
    public static List<CssDeclaration> List(string text) =>
        [.. CssText.Split(CssText.WithoutComments(text), ';').Select(One).OfType<CssDeclaration>()];

    /// <summary>Reads one; null when it is none.</summary>
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
