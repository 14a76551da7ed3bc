using System.Text;
using Slipway.Build.Plan.Css;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>Merges the options of the request with the settings of the app, and derives what neither contains.</summary>
internal sealed class DraftMerger(SourceApp app, BuildRequest request)
{
    /// <summary>Place of an id that was given as an option.</summary>
    internal const string IdOption = "--id";

    /// <summary>Place of a version that was given as an option.</summary>
    internal const string VersionOption = "--version-name";

    private const string FirstVersion = "1.0.0";
    private const int LongestSegment = 40;

    private readonly List<Problem> _notices = [];
    private readonly List<string> _derived = [];

    /// <summary>Notices of settings that were derived or ignored.</summary>
    public IReadOnlyList<Problem> Notices => _notices;

    public AppDraft Merge()
    {
        var name = Option(request.Options.Name, "--name") ?? new NameChooser(app, _notices).Choose() ?? DerivedName();
        var start = app.Config?.Content is { } content ? (content, false) : new StartChooser(app, _notices).Choose();
        var draft = new AppDraft
        {
            Source = app,
            Name = name,
            ShortName = app.Config?.ShortName ?? app.Manifest?.ShortName,
            Id = Option(request.Options.Id, IdOption) ?? app.Config?.Id ?? app.Capacitor?.Id ?? DerivedId(name),
            VersionName = Option(request.Options.VersionName, VersionOption) ?? (app.Config?.Version is { Value.Length: > 0 } version ? version : DerivedVersion()),
            VersionCode = Option(request.Options.VersionCode, "--version-code") ?? app.Config?.VersionCode,
            Start = start.Item1,
            StartsAtRoute = start.Item2,
            Orientation = Preference("orientation") ?? ManifestOrientation(),
            Fullscreen = Preference("fullscreen") ?? Preference("setfullscreen") ?? ManifestFullscreen(),
            BackgroundColor = Preference("backgroundcolor") ?? ColourOf(app.Capacitor?.BackgroundColor) ?? ColourOf(app.Manifest?.BackgroundColor),
            Scheme = Preference("scheme") ?? app.Capacitor?.Scheme,
            Hostname = Preference("hostname") ?? app.Capacitor?.Hostname,
            MinSdk = Preference("android-minsdkversion"),
            TargetSdk = Preference("android-targetsdkversion"),
            ManifestChanges = app.Config?.ManifestChanges ?? [],
            DeploymentTarget = Preference("deployment-target"),
            TargetDevice = Preference("target-device"),
            InfoPlist = app.Config?.InfoPlist ?? [],
            Origins = app.Config?.Origins ?? [],
            Language = app.Config?.Language,
            Icon = new IconChooser(app, _notices).Choose(),
        };
        if (_derived.Count > 0)
            _notices.Add(AppProblems.Derived.At(app.Tree.Name, $"The app does not say everything, so it gets: {string.Join(", ", _derived)}."));
        return draft;
    }

    private static Setting? Option(string? value, string option) => value is null ? null : new Setting(value.Trim(), option);

    private Setting? Preference(string name) => app.Config?.Preferences.GetValueOrDefault(name);

    private Setting DerivedName()
    {
        var name = app.TitleAsName ?? app.Tree.Name;
        _derived.Add($"name '{name}'");
        return new Setting(name, "derived name");
    }

    private Setting DerivedId(Setting name)
    {
        var id = "dev.slipway.apps." + Segment(name.Value);
        _derived.Add($"id {id}");
        return new Setting(id, "derived id");
    }

    private Setting DerivedVersion()
    {
        _derived.Add($"version {FirstVersion}");
        return new Setting(FirstVersion, "derived version");
    }

    private Setting? ManifestOrientation()
    {
        if (app.Manifest?.Orientation is not { } orientation)
            return null;
        var known = orientation.Value.ToLowerInvariant() switch
        {
            "portrait" or "portrait-primary" => "portrait",
            "landscape" or "landscape-primary" => "landscape",
            "portrait-secondary" => "reversePortrait",
            "landscape-secondary" => "reverseLandscape",
            "any" or "natural" => "default",
            _ => null,
        };
        if (known is not null)
            return orientation with { Value = known };
        _notices.Add(ConfigurationProblems.Ignored.At(orientation.Where, $"The orientation {Shorten(orientation.Value)} was ignored."));
        return null;
    }

    private Setting? ManifestFullscreen() =>
        app.Manifest?.Display is { } display && display.Value.Equals("fullscreen", StringComparison.OrdinalIgnoreCase) ? display with { Value = "true" } : null;

    private Setting? ColourOf(Setting? colour)
    {
        if (colour is null)
            return null;
        if (CssColour.Parse(colour.Value) is { } value)
            return colour with { Value = value.ToString() };
        _notices.Add(ConfigurationProblems.Ignored.At(colour.Where, $"The colour {Shorten(colour.Value)} was ignored; write it as #RRGGBB."));
        return null;
    }

    private static string Segment(string name)
    {
        var segment = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                segment.Append(c);
        }

        var isCut = segment.Length == 0 || segment.Length > LongestSegment || NameHash.IsNeeded(name);
        if (segment.Length == 0 || char.IsAsciiDigit(segment[0]) || Rules.Android.IdKeywords.IsKeyword(segment.ToString()))
            segment.Insert(0, "app");
        var plain = segment.ToString(0, Math.Min(segment.Length, LongestSegment));
        return isCut ? plain + NameHash.Of(name) : plain;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
