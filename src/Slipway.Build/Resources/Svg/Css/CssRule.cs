namespace Slipway.Build.Resources.Svg.Css;

/// <summary>One selector of a rule with what it declares.</summary>
/// <param name="Selector">Which elements it is for.</param>
/// <param name="Declarations">What it says of them, in order.</param>
/// <param name="IsLayered">It is in a cascade layer, and so loses against every rule that is in none.</param>
internal sealed record CssRule(CssSelector Selector, IReadOnlyList<CssDeclaration> Declarations, bool IsLayered);
