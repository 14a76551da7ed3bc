using Slipway.Build.Read;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Plan;

/// <summary>All settings of an app after merging, still as text: what the rules look at.</summary>
public sealed record AppDraft
{
    /// <summary>The app that the settings come from.</summary>
    public required SourceApp Source { get; init; }

    /// <summary>Application id.</summary>
    public required Setting Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public required Setting Name { get; init; }

    /// <summary>Name for narrow places.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>Version that people see.</summary>
    public required Setting VersionName { get; init; }

    /// <summary>Version that machines compare; null when it follows from the version.</summary>
    public Setting? VersionCode { get; init; }

    /// <summary>Start page: path from the web root, with query and fragment.</summary>
    public required Setting Start { get; init; }

    /// <summary>Is the start page a route, which index.html answers, and not a file?</summary>
    public bool StartsAtRoute { get; init; }

    /// <summary>How the screen may turn.</summary>
    public Setting? Orientation { get; init; }

    /// <summary>Hide the bars of the system.</summary>
    public Setting? Fullscreen { get; init; }

    /// <summary>Colour behind the page, and of the splash screen.</summary>
    public Setting? BackgroundColor { get; init; }

    /// <summary>Scheme under which the files are served.</summary>
    public Setting? Scheme { get; init; }

    /// <summary>Host under which the files are served.</summary>
    public Setting? Hostname { get; init; }

    /// <summary>Lowest API level.</summary>
    public Setting? MinSdk { get; init; }

    /// <summary>API level whose behaviour the app expects.</summary>
    public Setting? TargetSdk { get; init; }

    /// <summary>Changes of the manifest of Android, in their order.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];

    /// <summary>Lowest release of iOS.</summary>
    public Setting? DeploymentTarget { get; init; }

    /// <summary>handset, tablet or universal.</summary>
    public Setting? TargetDevice { get; init; }

    /// <summary>Additions to Info.plist, in their order.</summary>
    public IReadOnlyList<PlistSetting> InfoPlist { get; init; } = [];

    /// <summary>Addresses that the app may load from.</summary>
    public IReadOnlyList<Setting> Origins { get; init; } = [];

    /// <summary>The language of what is not translated.</summary>
    public Setting? Language { get; init; }

    /// <summary>Pictures of the icon.</summary>
    public required IconDraft Icon { get; init; }
}
