namespace Slipway.Protocol.Problems;

/// <summary>Icons.</summary>
public static class IconProblems
{
    /// <summary>The icon is not an image.</summary>
    public static ProblemKind NotAnImage { get; } = new(
        "SLW-GEN-40002",
        "The icon is not an image",
        "The file is neither a PNG nor an SVG, or it is damaged.",
        "Save the icon as PNG (1024 x 1024 is best) or as SVG.");

    /// <summary>The icon has too many pixels.</summary>
    public static ProblemKind TooLarge { get; } = new(
        "SLW-PRJ-40001",
        "The icon has too many pixels",
        "The header announces an image that would take more memory than any icon needs. Files of some bytes can announce gigabytes.",
        "Save the icon with at most 4096 pixels a side.");

    /// <summary>The icon uses a part of SVG that is not supported.</summary>
    public static ProblemKind UnsupportedSvg { get; } = new(
        "SLW-PRJ-40002",
        "The icon uses a part of SVG that is not supported",
        "Shapes, paths, transforms, gradients, strokes and opacity are understood; text, filters, scripts, links and embedded images are not.",
        "Convert text to paths and flatten effects when exporting the SVG, or use a PNG.");

    /// <summary>The icon cannot be drawn.</summary>
    public static ProblemKind Unreadable { get; } = new(
        "SLW-PRJ-40003",
        "The icon cannot be drawn",
        "The image is animated, or is stored in a way that cannot be read.",
        "Save the icon as an ordinary PNG.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotAnImage, TooLarge, UnsupportedSvg, Unreadable,
    ];
}
