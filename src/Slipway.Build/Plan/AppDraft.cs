using Slipway.Build.Read;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Plan;

/// <summary>All settings of an app after merging, still as text. The rules check them.</summary>
public sealed record AppDraft
{
    /// <summary>The app that the settings come from.</summary>
    public required SourceApp Source { get; init; }

    /// <summary>Application id.</summary>
    public required Setting Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public required Setting Name { get; init; }

    /// <summary>Short name, for narrow places.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>Version shown to users.</summary>
    public required Setting VersionName { get; init; }

    /// <summary>Version code, which devices compare; null when it is derived from the version.</summary>
    public Setting? VersionCode { get; init; }

    /// <summary>Start page: path from the web root, with query and fragment.</summary>
    public required Setting Start { get; init; }

    /// <summary>Whether the start page is a route that index.html handles, not a file.</summary>
    public bool StartsAtRoute { get; init; }

    /// <summary>Orientations of the screen that the app supports.</summary>
    public Setting? Orientation { get; init; }

    /// <summary>Whether the system bars are hidden.</summary>
    public Setting? Fullscreen { get; init; }

    /// <summary>Colour of the splash screen and behind the page.</summary>
    public Setting? BackgroundColor { get; init; }

    /// <summary>Scheme under which the files are served.</summary>
    public Setting? Scheme { get; init; }

    /// <summary>Host under which the files are served.</summary>
    public Setting? Hostname { get; init; }

    /// <summary>Lowest API level.</summary>
    public Setting? MinSdk { get; init; }

    /// <summary>Target API level.</summary>
    public Setting? TargetSdk { get; init; }

    /// <summary>Changes of the Android manifest, in the order in which they apply.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];

    /// <summary>Lowest release of iOS.</summary>
    public Setting? DeploymentTarget { get; init; }

    /// <summary>handset, tablet or universal.</summary>
    public Setting? TargetDevice { get; init; }

    /// <summary>Additions to Info.plist, in the order of config.xml.</summary>
    public IReadOnlyList<PlistSetting> InfoPlist { get; init; } = [];

    /// <summary>Addresses that the app may load from.</summary>
    public IReadOnlyList<Setting> Origins { get; init; } = [];

    /// <summary>Language of texts that are not translated.</summary>
    public Setting? Language { get; init; }

    /// <summary>Pictures of the icon.</summary>
    public required IconDraft Icon { get; init; }
}
