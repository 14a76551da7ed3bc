using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Chooses the pictures from which all sizes of the icon are made: the largest that the app names.</summary>
internal sealed class IconChooser(SourceApp app, List<Problem> notices)
{
    /// <summary>The chosen pictures; their paths count from what was given, not from the web root.</summary>
    public IconDraft Choose() => app switch
    {
        { Config: { } config } => FromConfig(config.Icons),
        { Manifest: { } manifest } => FromManifest(manifest),
        _ => new IconDraft(null, null, null, null),
    };

    private IconDraft FromConfig(IReadOnlyList<CordovaIcon> icons)
    {
        // A picture for the platform wins over one for every platform; a larger one over a smaller; an SVG over all.
        var ranked = icons.OrderByDescending(i => i.OfPlatform).ThenByDescending(Rank).ToList();
        return new IconDraft(
            Layer(ranked, i => i.Source),
            Layer(ranked, i => i.Foreground),
            Layer(ranked, i => i.Background),
            Layer(ranked, i => i.Monochrome));
    }

    private Setting? Layer(List<CordovaIcon> icons, Func<CordovaIcon, string?> layer)
    {
        foreach (var icon in icons)
        {
            if (layer(icon) is not { Length: > 0 } value)
                continue;
            if (value[0] != '@')
                return new Setting(value, icon.Where);
            notices.Add(ConfigurationProblems.Ignored.At(icon.Where, $"The resource {value} was ignored: name a picture or a colour."));
        }

        return null;
    }

    private static int Rank(CordovaIcon icon) => IsVector(icon.Source ?? icon.Foreground) ? int.MaxValue : icon.Size;

    private IconDraft FromManifest(WebManifest manifest)
    {
        var icons = manifest.Icons
            .Select(icon => (Icon: icon, Address: WebAddress.Resolve(manifest.File, icon.Source)?.Path))
            .Where(i => i.Address is not null && IsReadable(i.Address))
            .OrderByDescending(i => IsVector(i.Address))
            .ThenByDescending(i => i.Icon.Size)
            .ToList();
        if (icons.Count < manifest.Icons.Count)
            notices.Add(ConfigurationProblems.Ignored.At($"{manifest.File} (icons)", "Icons that are neither PNG nor SVG files of the app were ignored."));
        return new IconDraft(Pick("any") ?? Pick("maskable"), Pick("maskable"), null, Pick("monochrome"));

        Setting? Pick(string purpose) => icons
            .Where(i => i.Icon.Purposes.Contains(purpose, StringComparer.OrdinalIgnoreCase))
            .Select(i => new Setting(app.WebRoot.Length == 0 ? i.Address! : app.WebRoot + "/" + i.Address, i.Icon.Where))
            .FirstOrDefault();
    }

    private static bool IsReadable(string path) => IsVector(path) || path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    private static bool IsVector(string? path) => path is not null && path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
}
