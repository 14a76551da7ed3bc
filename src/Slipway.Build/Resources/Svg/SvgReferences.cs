using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// Follows every reference before anything is drawn. It removes references that form a cycle or lead out of the picture, as browsers do, and
/// adds up the cost of drawing, so that a few elements cannot expand to millions.
/// </summary>
internal sealed class SvgReferences
{
    private const int MaxDrawn = 50_000;
    private const int MaxLayers = 2_000;
    private const int MaxNestedLayers = 32;
    private const int MaxFilters = 300;
    private const int MaxDepth = 200;
    private const int MaxPoints = 150_000;
    private const int MaxPointsOfPath = 20_000;
    private const int OutlinePoints = 2;
    private const int DashPoints = 6;
    private const int CharacterPoints = 20;

    // Measured: a mask needs three intermediate pictures.
    private const int MaskLayers = 20;
    /// <summary>Attributes that may refer to something by <c>url()</c>.</summary>
    public static readonly string[] Paints = ["fill", "stroke", "mask", "clip-path", "filter", "marker-start", "marker-mid", "marker-end"];

    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, SvgCosts> _known = [];
    private readonly HashSet<XElement> _open = [];
    private readonly SvgFaults _faults;
    private readonly SvgFilterWork _filters;
    private readonly double _dash;

    private SvgReferences(XElement root, CssViewport viewport, SvgFaults faults)
    {
        _faults = faults;
        _filters = new SvgFilterWork(viewport);
        _dash = ShortestDash(root);
        foreach (var element in root.DescendantsAndSelf())
        {
            if ((string?)element.Attribute("id") is { } id)
                _byId.TryAdd(id, element);
        }
    }

    /// <summary>Removes references that lead nowhere.</summary>
    /// <returns>The cost of drawing the picture.</returns>
    public static SvgCosts Check(XElement root, CssViewport viewport, SvgFaults faults)
    {
        var costs = new SvgReferences(root, viewport, faults).Of(root, 0);
        Judge(costs, faults);
        return costs;
    }

    /// <summary>Refuses a picture that costs too much.</summary>
    public static void Judge(SvgCosts costs, SvgFaults faults)
    {
        if (costs.Drawn > MaxDrawn || costs.Nested > MaxNestedLayers)
            throw faults.TooComplex("elements nest or repeat too deeply");
        if (costs.Layers > MaxLayers || costs.Filters > MaxFilters)
            throw faults.TooComplex("there is too much transparency, or there are too many masks or filters");
        if (costs.Points > MaxPoints)
            throw faults.TooComplex("its paths have too many points");
    }

    private SvgCosts Of(XElement element, int depth)
    {
        if (depth > MaxDepth)
            throw _faults.TooComplex("elements nest or repeat too deeply");
        if (_known.TryGetValue(element, out var known))
            return known;
        _open.Add(element);
        var costs = new SvgCosts(1, 0, 0, element.Name.LocalName == "filter" ? _filters.Of(element) : 0, Points(element));
        foreach (var child in element.Elements())
        {
            // Definitions are drawn only where something refers to them.
            var inner = Of(child, depth + 1);
            costs += child.Name.LocalName is "defs" or "symbol" or "filter" or "mask" or "pattern" or "marker" or "clipPath" ? new SvgCosts(inner.Drawn, 0, 0, 0, 0) : inner;
        }

        costs += Href(element, depth);
        foreach (var name in Paints)
            costs += Paint(element, name, depth);
        if (NeedsLayer(element))
            costs = costs.InLayer(element.Attribute("mask") is null ? 1 : MaskLayers);
        _open.Remove(element);
        return _known[element] = costs;
    }

    private SvgCosts Href(XElement element, int depth)
    {
        if (element.Attribute("href") is not { } href || element.Name.LocalName == "image" || (element.Name.LocalName == "feImage" && IsData(href.Value)))
            return default;
        if (element.Name.LocalName != "a" && Follow(SvgNames.Fragment(href.Value), depth) is { } costs)
            return costs;
        if (element.Name.LocalName is "use" or "feImage" && SvgNames.Fragment(href.Value) is null)
            _faults.Remark("It shows parts from other files, which are not read");
        href.Remove();
        return default;
    }

    private SvgCosts Paint(XElement element, string name, int depth)
    {
        if (element.Attribute(name) is not { } attribute || SvgNames.Addresses(attribute.Value).ToList() is not { Count: > 0 } addresses)
            return default;
        // An element may have several filters, which apply one after the other.
        var all = addresses.ConvertAll(address => Follow(SvgNames.Fragment(address), depth));
        if (!all.Contains(null))
        {
            var costs = all.Aggregate(default(SvgCosts), (sum, one) => sum + one!.Value);
            return name.StartsWith("marker", StringComparison.Ordinal) ? costs.Times(Corners(element)) : costs;
        }

        // When the target is missing, fill and stroke use the fallback; masks, clips, filters and markers have no effect.
        if (name is "fill" or "stroke")
            attribute.Value = attribute.Value[(attribute.Value.IndexOf(')', StringComparison.Ordinal) + 1)..].Trim() is { Length: > 0 } otherwise ? otherwise : "none";
        else
            attribute.Remove();
        return default;
    }

    private SvgCosts? Follow(string? id, int depth) => id is not null && _byId.TryGetValue(id, out var target) && !_open.Contains(target) ? Of(target, depth + 1) : null;

    private static bool NeedsLayer(XElement element) =>
        element.Attribute("opacity") is not null || element.Attribute("mask") is not null || element.Attribute("filter") is not null || element.Attribute("style") is not null
        || element.Name.LocalName is "pattern" or "mask";

    private double Points(XElement element)
    {
        var points = Corners(element) - 1;
        if (points > MaxPointsOfPath)
            throw _faults.TooComplex($"a path has more than {MaxPointsOfPath} points");
        if (element.Name.LocalName is "text" or "tspan")
            return element.Nodes().OfType<XText>().Sum(t => t.Value.Length) * CharacterPoints;
        // The outline of a stroke has an edge on both sides, and its own ends and corners.
        return (points * OutlinePoints) + (double.IsFinite(_dash) && SvgBounds.Length(element) is { } length ? length / _dash * DashPoints : 0);
    }

    // Any shape may inherit any dash pattern, so the shortest one counts.
    private static double ShortestDash(XElement root) => root.DescendantsAndSelf().Attributes("stroke-dasharray")
        .Select(a => a.Value.Split(' ').Select(d => CssLength.Number(d) ?? 0).DefaultIfEmpty().Average()).Where(dash => dash > 0).DefaultIfEmpty(double.PositiveInfinity).Min();

    // Counts numbers: two make a point, and curves have several points.
    private static int Corners(XElement element)
    {
        var numbers = 0;
        var isInside = false;
        foreach (var c in (string?)element.Attribute("d") ?? (string?)element.Attribute("points") ?? "")
        {
            var isDigit = char.IsAsciiDigit(c);
            numbers += isDigit && !isInside ? 1 : 0;
            isInside = isDigit;
        }

        return 1 + (numbers / 2);
    }

    private static bool IsData(string address) => address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
