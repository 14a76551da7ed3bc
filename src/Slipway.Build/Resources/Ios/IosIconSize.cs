namespace Slipway.Build.Resources.Ios;

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
