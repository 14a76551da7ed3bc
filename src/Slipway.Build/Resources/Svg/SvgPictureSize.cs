using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Computes the sizes of pictures and of the pictures within them.</summary>
internal static class SvgPictureSize
{
    // The size that browsers use when a picture declares none (CSS 2.2, 10.3.2), as a square.
    private const double Otherwise = 100;

    /// <summary>Returns the size of a picture: its declared size, or its view box, or one declared side with the proportions of the view box.</summary>
    /// <returns>The size; null when the picture is empty.</returns>
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

    /// <summary>Returns the size that percentages inside an element refer to.</summary>
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

    /// <summary>Returns the size of the view box.</summary>
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
