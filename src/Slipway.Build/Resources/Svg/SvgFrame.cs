using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>How large pictures and the pictures within them are.</summary>
internal static class SvgFrame
{
    // What browsers take when a picture says nothing (CSS 2.2, 10.3.2), as a square.
    private const double Otherwise = 100;

    /// <summary>The size of a picture: what it says, or its view box, or one of them with the proportions of the other.</summary>
    /// <returns>Null when it is empty.</returns>
    public static CssViewport? Of(XElement root)
    {
        var box = ViewBox(root);
        var (width, height) = (Absolute(root, "width"), Absolute(root, "height"));
        var ratio = box is { Width: > 0, Height: > 0 } b ? b.Width / b.Height : 1;
        var size = (width, height) switch
        {
            ({ } w, { } h) => new CssViewport(w, h),
            ({ } w, null) => new CssViewport(w, w / ratio),
            (null, { } h) => new CssViewport(h * ratio, h),
            _ => box ?? new CssViewport(Otherwise, Otherwise),
        };
        return size is { Width: > 1e-4, Height: > 1e-4 } && box is null or { Width: > 1e-6, Height: > 1e-6 } ? size : null;
    }

    /// <summary>What percentages are parts of inside of an element.</summary>
    public static CssViewport Inside(XElement element, CssViewport outer)
    {
        if (element.Name.LocalName is not ("svg" or "symbol" or "marker" or "pattern" or "view"))
            return outer;
        if (ViewBox(element) is { } box)
            return box;
        if (element.Name.LocalName != "svg" || element.Parent is null)
            return outer;
        return new CssViewport(Length(element, "width", outer.Width) ?? outer.Width, Length(element, "height", outer.Height) ?? outer.Height);
    }

    /// <summary>The size of the view box.</summary>
    public static CssViewport? ViewBox(XElement element)
    {
        var numbers = ((string?)element.Attribute("viewBox") ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(CssLength.Number).ToList();
        return numbers is [{ }, { }, >= 0 and { } width, >= 0 and { } height] ? new CssViewport(width, height) : null;
    }

    private static double? Absolute(XElement element, string name) =>
        (string?)element.Attribute(name) is { } text && !text.Contains('%', StringComparison.Ordinal) ? CssLength.Parse(text, 0, CssLength.RootSize) is >= 0 and var value ? value : null : null;

    private static double? Length(XElement element, string name, double whole) =>
        (string?)element.Attribute(name) is { } text && CssLength.Parse(text, whole, CssLength.RootSize) is >= 0 and var value ? value : null;
}
