using Slipway.Build.Plan;
using Slipway.Build.Read.Android;

namespace Slipway.Build.Resources;

/// <summary>What the manifest and the resources of an Android app are made from.</summary>
public sealed record AndroidResourceInput
{
    /// <summary>Application id.</summary>
    public required string Package { get; init; }

    /// <summary>Version code, which devices compare.</summary>
    public required int VersionCode { get; init; }

    /// <summary>Version shown to users.</summary>
    public required string VersionName { get; init; }

    /// <summary>Name under the icon.</summary>
    public required string Label { get; init; }

    /// <summary>Names by locale qualifier (<c>de</c>, <c>pt-rBR</c>, <c>b+sr+Latn</c>) where they differ.</summary>
    public IReadOnlyDictionary<string, string> LocalisedLabels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lowest API level.</summary>
    public int MinSdk { get; init; } = 24;

    /// <summary>Target API level.</summary>
    public int TargetSdk { get; init; } = 36;

    /// <summary>Whether debuggers may attach.</summary>
    public bool Debuggable { get; init; }

    /// <summary>Whether plain HTTP is allowed.</summary>
    public bool CleartextTraffic { get; init; }

    /// <summary>Whether the system bars are hidden.</summary>
    public bool Fullscreen { get; init; }

    /// <summary>Orientations of the screen that the app supports.</summary>
    public Orientation Orientation { get; init; }

    /// <summary>Colour of the splash screen and behind the page; null for white, and near black at night.</summary>
    public Colour? BackgroundColour { get; init; }

    /// <summary>Pictures of the icon.</summary>
    public IconPlan Icon { get; init; } = IconPlan.BuiltIn;

    /// <summary>The value of android:screenOrientation when it is more specific than <see cref="Orientation"/>.</summary>
    public string? ScreenOrientation { get; init; }

    /// <summary>Changes of the manifest, in the order in which they apply.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];

    /// <summary>Permissions in addition to <c>android.permission.INTERNET</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Class of the activity.</summary>
    public string Activity { get; init; } = "dev.slipway.shell.MainActivity";

    /// <summary>Class of the content provider that shares files with the camera app; null for none.</summary>
    public string? CaptureProvider { get; init; } = "dev.slipway.shell.CaptureProvider";
}
