using System.Security.Cryptography;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;

namespace Slipway.Worker.Pipe;

/// <summary>An icon as its pictures are named: by SHA-256, in lower-case hexadecimal digits; null where there is none.</summary>
internal sealed record PipedIcon(
    Platform Platform, uint? LaunchColour, string? Main, string? Foreground, string? Background, uint? BackgroundColour, string? Monochrome)
{
    /// <summary>The names of all pictures, each once.</summary>
    public IReadOnlyList<string> Pictures() => [.. new[] { Main, Foreground, Background, Monochrome }.OfType<string>().Distinct(StringComparer.Ordinal)];

    public static PipedIcon Of(IconRequest request)
    {
        var icon = request.Icon;
        return new PipedIcon(
            request.Platform, request.LaunchColour?.Argb, Hash(icon.Main), Hash(icon.Foreground), Hash(icon.Background), icon.BackgroundColour?.Argb, Hash(icon.Monochrome));
    }

    /// <summary>The icon with its pictures.</summary>
    /// <param name="read">Reads a picture by its name.</param>
    public IconRequest Open(Func<string, byte[]> read)
    {
        IconImage? Image(string? name) => name is null ? null : new IconImage(read(name), name);
        var icon = new IconPlan(Image(Main), Image(Foreground), Image(Background), BackgroundColour is { } colour ? new Colour(colour) : null, Image(Monochrome));
        return new IconRequest(icon, Platform, LaunchColour is { } launch ? new Colour(launch) : null);
    }

    private static string? Hash(IconImage? image) => image is null ? null : Convert.ToHexStringLower(SHA256.HashData(image.Bytes.Span));
}
