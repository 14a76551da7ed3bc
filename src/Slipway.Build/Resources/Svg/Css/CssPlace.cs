using System.Globalization;
using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Pseudo-classes about the position of an element among its siblings, or about what the user does with it.</summary>
internal sealed class CssPlace(CssBudget budget)
{
    /// <summary>Returns the test of a pseudo-class; null when it is unknown.</summary>
    public Func<XElement, bool>? Test(string name, string? argument) => (name, argument) switch
    {
        ("root", null) => e => e.Parent is null,
        ("empty", null) => e => e.IsEmpty || !e.Nodes().Any(),
        ("first-child", null) => e => Before(e, false) == 0,
        ("last-child", null) => e => After(e, false) == 0,
        ("only-child", null) => e => Before(e, false) + After(e, false) == 0,
        ("first-of-type", null) => e => Before(e, true) == 0,
        ("last-of-type", null) => e => After(e, true) == 0,
        ("only-of-type", null) => e => Before(e, true) + After(e, true) == 0,
        ("nth-child", { } formula) when Formula(formula) is { } f => e => f(Before(e, false) + 1),
        ("nth-last-child", { } formula) when Formula(formula) is { } f => e => f(After(e, false) + 1),
        ("nth-of-type", { } formula) when Formula(formula) is { } f => e => f(Before(e, true) + 1),
        ("nth-last-of-type", { } formula) when Formula(formula) is { } f => e => f(After(e, true) + 1),
        ("hover" or "active" or "focus" or "focus-within" or "focus-visible" or "visited" or "link" or "any-link" or "target" or "checked" or "disabled" or "enabled", null) => _ => false,
        ("lang" or "dir", not null) => _ => false,
        _ => null,
    };

    private int Before(XElement element, bool ofType) => Count(element, element.ElementsBeforeSelf(), ofType);

    private int After(XElement element, bool ofType) => Count(element, element.ElementsAfterSelf(), ofType);

    private int Count(XElement element, IEnumerable<XElement> siblings, bool ofType)
    {
        var (count, seen) = (0, 0);
        foreach (var sibling in siblings)
        {
            seen++;
            count += !ofType || sibling.Name == element.Name ? 1 : 0;
        }

        budget.Spend(seen + 1);
        return count;
    }

    // An+B
    private static Func<int, bool>? Formula(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        compact = compact == "odd" ? "2n+1" : compact == "even" ? "2n" : compact;
        var n = compact.IndexOf('n', StringComparison.Ordinal);
        var first = n < 0 ? "0" : compact[..n] is "" or "+" ? "1" : compact[..n] == "-" ? "-1" : compact[..n];
        var second = n < 0 ? compact : compact[(n + 1)..] is "" ? "0" : compact[(n + 1)..];
        if (!int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step) || !int.TryParse(second, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset))
            return null;
        return place => step == 0 ? place == offset : ((long)place - offset) % step == 0 && ((long)place - offset) / step >= 0;
    }
}
