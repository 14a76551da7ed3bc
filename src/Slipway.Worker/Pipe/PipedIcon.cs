using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;
using Slipway.Protocol.Builds;

namespace Slipway.Worker.Pipe;

/// <summary>An icon as its pictures are named: by SHA-256, in lower-case hexadecimal digits; lists of candidates, best first.</summary>
internal sealed record PipedIcon(
    MobilePlatform Platform,
    uint? LaunchColour,
    IReadOnlyList<string> Main,
    IReadOnlyList<string> Foreground,
    IReadOnlyList<string> Background,
    uint? BackgroundColour,
    IReadOnlyList<string> Monochrome,
    IconSource Source)
{
    /// <summary>The names of all pictures, each once.</summary>
    public IReadOnlyList<string> Pictures() => [.. Main.Concat(Foreground).Concat(Background).Concat(Monochrome).Distinct(StringComparer.Ordinal)];

    public static PipedIcon Of(IconRequest request)
    {
        var icon = request.Icon;
        return new PipedIcon(
            request.Platform,
            request.LaunchColour?.Argb,
            Hashes(icon.Main),
            Hashes(icon.Foreground),
            Hashes(icon.Background),
            icon.BackgroundColour?.Argb,
            Hashes(icon.Monochrome),
            icon.Source);
    }

    /// <summary>The icon with its pictures.</summary>
    /// <param name="read">Reads a picture by its name.</param>
    public IconRequest Open(Func<string, byte[]> read)
    {
        IReadOnlyList<IconImage> Images(IReadOnlyList<string> names) => [.. names.Select(name => new IconImage(read(name), name))];
        var colour = BackgroundColour is { } argb ? new Colour(argb) : (Colour?)null;
        var icon = new IconPlan(Images(Main), Images(Foreground), Images(Background), colour, Images(Monochrome), Source);
        return new IconRequest(icon, Platform, LaunchColour is { } launch ? new Colour(launch) : null);
    }

    private static List<string> Hashes(IReadOnlyList<IconImage> images) => [.. images.Select(image => image.Name)];
}
