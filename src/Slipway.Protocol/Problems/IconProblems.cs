namespace Slipway.Protocol.Problems;

/// <summary>Problems of icons.</summary>
public static class IconProblems
{
    /// <summary>The icon is not an image.</summary>
    public static ProblemKind NotAnImage { get; } = new(
        "SLW-GEN-40002",
        "The icon is not an image",
        "The file is not an image in a format that browsers show, or its beginning is damaged.",
        "Save the icon as PNG (1024 x 1024 is best) or as SVG; WebP, JPEG, GIF, BMP and ICO are understood too.");

    /// <summary>The icon has too many pixels.</summary>
    public static ProblemKind TooLarge { get; } = new(
        "SLW-PRJ-40001",
        "The icon has too many pixels",
        "The header announces an image that would take more memory than any icon needs. A tiny file can announce gigabytes.",
        "Save the icon with at most 4096 pixels a side.");

    /// <summary>The icon uses a part of SVG that is not supported.</summary>
    public static ProblemKind UnsupportedSvg { get; } = new(
        "SLW-PRJ-40002",
        "The icon uses a part of SVG that is not supported",
        "HTML in a picture needs a browser, and text needs an installed font with its characters. Without them, Slipway does not draw the icon, nor does it draw one that would take very long. It supports style rules, gradients, patterns, masks, filters and embedded pictures.",
        "Convert text to paths and flatten effects when exporting the SVG, or use a PNG.");

    /// <summary>The icon cannot be drawn.</summary>
    public static ProblemKind Unreadable { get; } = new(
        "SLW-PRJ-40003",
        "The icon cannot be drawn",
        "The image ends too early, is damaged, or is stored in a way that cannot be read.",
        "Save the icon as an ordinary PNG.");

    /// <summary>A picture was passed over.</summary>
    public static ProblemKind Skipped { get; } = new(
        "SLW-PRJ-40004",
        "A picture of the icon was passed over",
        "The app names several pictures for its icon. One that looked better by its name, its size or its place is missing or cannot be drawn, so the next was taken.",
        "Repair the picture or remove it from the list, if the icon is not the one that you want.",
        Severity.Notice);

    /// <summary>The icon differs from what browsers show.</summary>
    public static ProblemKind Inexact { get; } = new(
        "SLW-PRJ-40005",
        "The icon differs from what browsers show",
        "Icons are static, and are drawn without the network and without the settings of a device. Text in them is drawn with the fonts of the machine that builds.",
        "Nothing, if the icon looks as it should; otherwise convert text to paths and flatten effects, or use a PNG.",
        Severity.Notice);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotAnImage, TooLarge, UnsupportedSvg, Unreadable, Skipped, Inexact,
    ];
}
