namespace Slipway.Build.Resources.Ios;

/// <summary>A size of the icon in the bundle.</summary>
/// <param name="Points">Side in points, as the file's name has it.</param>
/// <param name="Scale">Pixels per point.</param>
/// <param name="Pixels">Side in pixels.</param>
/// <param name="OnPhone">Part of CFBundleIcons.</param>
/// <param name="OnPad">Part of CFBundleIcons~ipad.</param>
internal sealed record IosIconSize(string Points, int Scale, int Pixels, bool OnPhone, bool OnPad)
{
    /// <summary>The entry of CFBundleIconFiles: no scale, no device, no extension.</summary>
    public string BaseName => $"AppIcon{Points}x{Points}";

    /// <summary>The file; what only an iPad shows says so.</summary>
    public string FileName => $"{BaseName}@{Scale}x{(OnPhone ? "" : "~ipad")}.png";
}
