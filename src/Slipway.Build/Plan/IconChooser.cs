using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Collects the pictures that an app names for its icon, ordered by what the app says about them.</summary>
internal sealed class IconChooser(SourceApp app, List<Problem> notices)
{
    /// <summary>Returns the candidates. Their paths are relative to the app as given, not to the web root.</summary>
    public IconDraft Choose()
    {
        if (app.Config is { } config)
            return FromConfig(config.Icons);
        if (app.Manifest is { Icons.Count: > 0 } manifest && FromManifest(manifest) is { Main.Count: > 0 } draft)
            return draft;
        return FromPage();
    }

    private IconDraft FromConfig(IReadOnlyList<CordovaIcon> icons)
    {
        // A picture for the platform precedes one for every platform, a larger picture precedes a smaller one, and an SVG precedes all of them.
        var ranked = icons.OrderByDescending(i => i.OfPlatform).ThenByDescending(Rank).ToList();
        return new IconDraft(
            IconSource.Configuration,
            Layer(ranked, i => i.Source),
            Layer(ranked, i => i.Foreground),
            Layer(ranked, i => i.Background),
            Layer(ranked, i => i.Monochrome));
    }

    private List<IconCandidate> Layer(List<CordovaIcon> icons, Func<CordovaIcon, string?> layer)
    {
        var candidates = new List<IconCandidate>();
        foreach (var icon in icons)
        {
            if (layer(icon) is not { Length: > 0 } value)
                continue;
            if (value[0] == '@')
                notices.Add(ConfigurationProblems.Ignored.At(icon.Where, $"The resource {value} was ignored: name a picture or a colour."));
            else
                candidates.Add(new IconCandidate(new Setting(value, icon.Where), icon.OfPlatform ? 1 : 0));
        }

        return candidates;
    }

    private static int Rank(CordovaIcon icon) => IsVector(icon.Source ?? icon.Foreground) ? int.MaxValue : icon.Size;

    private IconDraft FromManifest(WebManifest manifest)
    {
        var icons = manifest.Icons
            .Select(icon => (Icon: icon, Address: Resolve(manifest.File, icon.Source)))
            .Where(i => i.Address is not null)
            .OrderByDescending(i => IsVector(i.Address))
            .ThenByDescending(i => i.Icon.Size)
            .ToList();
        if (icons.Count < manifest.Icons.Count)
            notices.Add(ConfigurationProblems.Ignored.At($"{manifest.File} (icons)", "Icons on other servers were ignored: a build reads only the files of the app."));
        return new IconDraft(IconSource.Manifest, [.. Pick("any", 1), .. Pick("maskable", 0)], [.. Pick("maskable", 0)], [], [.. Pick("monochrome", 0)]);

        IEnumerable<IconCandidate> Pick(string purpose, int group) => icons
            .Where(i => i.Icon.Purposes.Contains(purpose, StringComparer.OrdinalIgnoreCase))
            .Select(i => new IconCandidate(new Setting(i.Address!, i.Icon.Where), group));
    }

    private IconDraft FromPage()
    {
        var icons = app.PageIcons
            .Select(icon => (Icon: icon, Address: Resolve(AppReader.StartFile, icon.Source)))
            .Where(i => i.Address is not null)
            .OrderByDescending(i => IsVector(i.Address))
            .ThenByDescending(i => i.Icon.Size)
            .Select(i => new IconCandidate(new Setting(i.Address!, $"{AppReader.StartFile} (link)"), 0));
        return new IconDraft(IconSource.Page, [.. icons], [], [], []);
    }

    private string? Resolve(string from, string address) =>
        DataUrl.IsInline(address) ? address : AppAddress.Resolve(from, address) is { } file ? app.InWebRoot(file.Path) : null;

    private static bool IsVector(string? address) => address is not null
        && (address.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || address.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase));
}
