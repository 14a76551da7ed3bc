using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// Draws the icons of a bundle without an asset catalogue: loose PNG files that CFBundleIcons names. The system rounds the corners
/// itself and shows no transparency, so the icons are full squares. Sizes: developer.apple.com, "Configuring your app icon" (home
/// screen 60, 76 and 83.5 points, search 40, settings 29, notifications 20). No device that runs iOS 15 has one pixel per point.
/// </summary>
internal static class IosIcons
{
    /// <summary>All sizes that iPhones and iPads use.</summary>
    public static IReadOnlyList<IosIconSize> Sizes { get; } =
    [
        new("20", 2, 40, OnPhone: true, OnPad: true),
        new("20", 3, 60, OnPhone: true, OnPad: false),
        new("29", 2, 58, OnPhone: true, OnPad: true),
        new("29", 3, 87, OnPhone: true, OnPad: false),
        new("40", 2, 80, OnPhone: true, OnPad: true),
        new("40", 3, 120, OnPhone: true, OnPad: false),
        new("60", 2, 120, OnPhone: true, OnPad: false),
        new("60", 3, 180, OnPhone: true, OnPad: false),
        new("76", 2, 152, OnPhone: false, OnPad: true),
        new("83.5", 2, 167, OnPhone: false, OnPad: true),
    ];

    /// <summary>Returns the sizes that the devices of an app need.</summary>
    public static IReadOnlyList<IosIconSize> For(DeviceFamilies devices) =>
        [.. Sizes.Where(size => (size.OnPhone && devices.HasFlag(DeviceFamilies.Phone)) || (size.OnPad && devices.HasFlag(DeviceFamilies.Pad)))];

    /// <summary>Draws the icon in all sizes.</summary>
    /// <returns>The files by their names in the bundle, and remarks about the pictures.</returns>
    /// <exception cref="IconException">No picture can be used.</exception>
    public static IconSet Render(IconPlan icon) => Render(icon, [.. Sizes.Select(size => (size.FileName, size.Pixels))]);

    /// <summary>Draws the icon in the given sizes.</summary>
    /// <param name="icon">The pictures.</param>
    /// <param name="sizes">File names with the sides of their pictures in pixels.</param>
    /// <exception cref="IconException">No picture can be used.</exception>
    public static IconSet Render(IconPlan icon, IReadOnlyList<(string Name, int Pixels)> sizes)
    {
        using var art = IconArt.Open(icon);
        Action<SKCanvas, float> draw = art.DrawOpaque;
        var drawn = new Dictionary<int, byte[]>();
        foreach (var pixels in sizes.Select(size => size.Pixels).Distinct())
            drawn[pixels] = PngCanvas.DrawOpaque(pixels, draw);
        return new IconSet([.. sizes.Select(size => new ResourceFile(size.Name, drawn[size.Pixels]))], art.Remarks);
    }
}

/// <summary>A size of the icon in the bundle.</summary>
/// <param name="Points">Side in points, as in the file name.</param>
/// <param name="Scale">Pixels per point.</param>
/// <param name="Pixels">Side in pixels.</param>
/// <param name="OnPhone">Part of CFBundleIcons.</param>
/// <param name="OnPad">Part of CFBundleIcons~ipad.</param>
internal sealed record IosIconSize(string Points, int Scale, int Pixels, bool OnPhone, bool OnPad)
{
    /// <summary>The entry of CFBundleIconFiles: the file name without scale, device and extension.</summary>
    public string BaseName => $"AppIcon{Points}x{Points}";

    /// <summary>The file name; it contains ~ipad when only iPads use the file.</summary>
    public string FileName => $"{BaseName}@{Scale}x{(OnPhone ? "" : "~ipad")}.png";
}
