using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;

namespace Slipway.Build.Resources.Icons;

/// <summary>
/// Draws the icons of an app in every density: the square and the round one of older launchers, and the layers of the adaptive icon
/// (108 dp, of which a circle of 66 dp is always visible). The result depends only on the input; callers may cache it by <see cref="IconPlan"/>.
/// </summary>
public static class AppIcons
{
    private const int LayerDp = 108;
    private const int LegacyDp = 48;
    private const float SafeDp = 66;
    private const float SeenDp = 72;
    private static readonly (string Name, float Scale)[] Densities = [("mdpi", 1), ("hdpi", 1.5f), ("xhdpi", 2), ("xxhdpi", 3), ("xxxhdpi", 4)];

    /// <summary>Draws the icons.</summary>
    /// <param name="plan">The pictures.</param>
    /// <returns>Files for the <c>res</c> folder, and remarks about the pictures.</returns>
    /// <exception cref="IconException">No picture can be used.</exception>
    public static IconSet Render(IconPlan plan)
    {
        using var art = IconArt.Open(plan);
        var jobs = new List<(string Path, int Size, Action<SKCanvas, float> Draw)>();
        foreach ((var density, var scale) in Densities)
        {
            var layer = (int)(LayerDp * scale);
            var legacy = (int)(LegacyDp * scale);
            jobs.Add(($"mipmap-{density}/ic_launcher_foreground.png", layer, art.DrawForeground));
            jobs.Add(($"mipmap-{density}/ic_launcher_monochrome.png", layer, art.DrawMonochrome));
            jobs.Add(($"mipmap-{density}/ic_launcher.png", legacy, art.DrawSquare));
            jobs.Add(($"mipmap-{density}/ic_launcher_round.png", legacy, art.DrawRound));
            if (art.HasBackgroundPicture)
                jobs.Add(($"mipmap-{density}/ic_launcher_background.png", layer, art.DrawBackground));
        }

        var files = new ResourceFile[jobs.Count];
        int[] largestFirst = [.. Enumerable.Range(0, jobs.Count).OrderByDescending(i => jobs[i].Size)];
        Parallel.ForEach(largestFirst, i => files[i] = new ResourceFile(jobs[i].Path, PngCanvas.Draw(jobs[i].Size, jobs[i].Draw)));
        return new IconSet([.. files, .. Adaptive(art)], art.Remarks);
    }

    /// <summary>Side of the central square of a layer that the picture fills, as a fraction of the layer's side.</summary>
    internal static float SafePart => SafeDp / LayerDp;

    /// <summary>Side of the largest square that a launcher's mask can show, as a fraction of the layer's side.</summary>
    internal static float SeenPart => SeenDp / LayerDp;

    private static IEnumerable<ResourceFile> Adaptive(IconArt art)
    {
        var background = art.HasBackgroundPicture ? "@mipmap/ic_launcher_background" : "@color/ic_launcher_background";
        var xml =
            $"""
            <adaptive-icon xmlns:android="http://schemas.android.com/apk/res/android">
              <background android:drawable="{background}"/>
              <foreground android:drawable="@mipmap/ic_launcher_foreground"/>
              <monochrome android:drawable="@mipmap/ic_launcher_monochrome"/>
            </adaptive-icon>
            """;
        var bytes = System.Text.Encoding.UTF8.GetBytes(xml);
        yield return new ResourceFile("mipmap-anydpi-v26/ic_launcher.xml", bytes);
        yield return new ResourceFile("mipmap-anydpi-v26/ic_launcher_round.xml", bytes);
        if (!art.HasBackgroundPicture)
        {
            yield return new ResourceFile(
                "values/ic_launcher_background.xml",
                System.Text.Encoding.UTF8.GetBytes($"""<resources><color name="ic_launcher_background">{art.BackgroundColour}</color></resources>"""));
        }
    }
}
