namespace Slipway.Build.Resources.Svg.Css;

/// <summary>One selector of a rule with the rule's declarations.</summary>
/// <param name="Selector">Selects the elements that the rule applies to.</param>
/// <param name="Declarations">The declarations in their order.</param>
/// <param name="IsLayered">True when it is in a cascade layer; every rule outside of layers overrides it.</param>
internal sealed record CssRule(CssSelector Selector, IReadOnlyList<CssDeclaration> Declarations, bool IsLayered);
