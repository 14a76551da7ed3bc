using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Plist;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// Makes the screen that the system shows until the app draws. UIColorName of UILaunchScreen must be in an asset catalogue, which only Xcode
/// compiles; UIImageName is also found as a loose file (dotnet/macios, pull request 21237). So the colour is a picture. The system does
/// not stretch it, so it is larger than every screen. Without a colour, the system's own background is used: white, and black at night.
/// </summary>
internal static class LaunchScreen
{
    /// <summary>Side in pixels and points: the longest screen, that of the 13-inch iPad Pro, has 1376 points.</summary>
    private const int Side = 1440;

    private const string Name = "LaunchColour";

    /// <summary>UILaunchScreen.</summary>
    public static PlistDictionary Describe(Colour? background) => background is null
        ? []
        : new PlistDictionary([new("UIImageName", new PlistString(Name)), new("UIImageRespectsSafeAreaInsets", new PlistBoolean(false))]);

    /// <summary>Returns the files that it names.</summary>
    public static IReadOnlyList<ResourceFile> Render(Colour? background) => background is { } colour
        ? [new ResourceFile(Name + ".png", PngCanvas.DrawOpaque(Side, (canvas, _) => canvas.Clear(new SKColor(colour.Argb | 0xFF000000))))]
        : [];
}
