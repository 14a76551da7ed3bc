using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// Converts style sheets, <c>style</c> attributes, variables, modern colours and units to plain attributes of SVG 1.1, which any
/// renderer understands.
/// </summary>
internal sealed class SvgStyler
{
    private const int MostRules = 5_000;
    private readonly XElement _root;
    private readonly SvgFaults _faults;
    private readonly CssBudget _budget;
    private readonly Dictionary<XElement, Dictionary<string, string>> _declared = [];

    public SvgStyler(XElement root, CssViewport screen, SvgFaults faults)
    {
        _root = root;
        _faults = faults;
        _budget = new CssBudget(faults.Where);
        var sheet = new CssSheet(screen, _budget);
        foreach (var style in root.Descendants(SvgNames.Style))
        {
            if ((string?)style.Attribute("type") is null or "" or "text/css" && CssCondition.IsMedia((string?)style.Attribute("media") ?? "", screen))
                sheet.Read(style.Value);
        }

        if (sheet.Rules.Count > MostRules)
            throw _budget.Exceeded($"there are more than {MostRules} style rules");
        if (sheet.Moves)
            faults.Remark("The picture is animated, and its first moment was drawn");
        // All styles are computed before any attribute is written, because selectors match attributes that writing replaces.
        var cascade = new CssCascade(sheet.Rules, _budget);
        foreach (var element in root.DescendantsAndSelf().Where(SvgNames.IsSvg))
            _declared.Add(element, cascade.Of(element, SvgProperties.IsValid));
    }

    public void Apply(CssViewport viewport) => Apply(_root, SvgScope.Outside(viewport));

    private void Apply(XElement element, SvgScope outer)
    {
        var inner = Style(element, outer);
        foreach (var child in element.Elements().Where(_declared.ContainsKey).ToList())
            Apply(child, inner);
    }

    private SvgScope Style(XElement element, SvgScope outer)
    {
        var declared = _declared[element];
        var custom = Custom(declared, outer.Custom);
        var values = new Dictionary<string, string>(outer.Values, StringComparer.Ordinal);
        foreach (var name in outer.Values.Keys.Where(n => !SvgProperties.IsInherited(n)))
            values.Remove(name);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in declared.Where(d => !d.Key.StartsWith("--", StringComparison.Ordinal)))
        {
            if (Computed(name, value, outer, custom) is not { } computed)
                continue;
            values[name] = own[name] = computed;
        }

        var fontSize = own.TryGetValue("font-size", out var size) ? FontSize(size, outer.FontSize) : outer.FontSize;
        var scope = new SvgScope(values, custom, fontSize, outer.Viewport);
        new SvgWriter(element, own, scope, _faults).Write();
        return scope with { Viewport = SvgPictureSize.Inside(element, outer.Viewport) };
    }

    private IReadOnlyDictionary<string, string> Custom(Dictionary<string, string> declared, IReadOnlyDictionary<string, string> inherited)
    {
        var own = declared.Where(d => d.Key.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (own.Count == 0)
            return inherited;
        var raw = new Dictionary<string, string>(inherited, StringComparer.Ordinal);
        foreach (var (name, value) in own)
            raw[name] = value;
        var resolved = new Dictionary<string, string>(inherited, StringComparer.Ordinal);
        foreach (var (name, value) in own)
        {
            resolved.Remove(name);
            if (new CssVariables(_budget).Resolve(value, raw) is { } text)
                resolved[name] = text;
        }

        return resolved;
    }

    // Null when the property has its default value.
    private string? Computed(string name, string value, SvgScope outer, IReadOnlyDictionary<string, string> custom)
    {
        if (CssVariables.IsUsed(value))
        {
            value = new CssVariables(_budget).Resolve(value, custom)?.Trim() ?? "unset";
            if (!SvgProperties.IsValid(name, value))
                value = "unset";
        }

        if (!SvgProperties.IsWide(value))
            return value;
        return value.ToLowerInvariant() switch
        {
            "inherit" => outer.Values.GetValueOrDefault(name),
            "initial" => SvgInitialValues.Of(name),
            _ => null,
        };
    }

    private static double FontSize(string text, double outer) => text.ToLowerInvariant() switch
    {
        "medium" => CssLength.RootSize,
        "small" => 13,
        "large" => 18,
        "x-large" => 24,
        "xx-large" => 32,
        "smaller" => outer / 1.2,
        "larger" => outer * 1.2,
        _ => CssLength.Parse(text, outer, outer) is >= 0 and var size ? size : outer,
    };
}

/// <summary>The initial values of inherited properties, for <c>initial</c>. Other properties have their initial value when the attribute is missing.</summary>
internal static class SvgInitialValues
{
    public static string? Of(string name) => name switch
    {
        "fill" or "color" => "#000000",
        "stroke" or "marker-start" or "marker-mid" or "marker-end" or "stroke-dasharray" => "none",
        "fill-opacity" or "stroke-opacity" or "stroke-width" => "1",
        "fill-rule" or "clip-rule" => "nonzero",
        "stroke-linecap" => "butt",
        "stroke-linejoin" => "miter",
        "stroke-miterlimit" => "4",
        "stroke-dashoffset" => "0",
        "visibility" => "visible",
        "color-interpolation" => "sRGB",
        "color-interpolation-filters" => "linearRGB",
        _ => null,
    };
}
