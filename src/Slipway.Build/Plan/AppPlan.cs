using System.Globalization;
using Slipway.Build.Read;
using Slipway.Build.Read.Android;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Plan;

/// <summary>
/// The part of a plan that every platform shares. A plan decides the bytes of a package. Mistakes of the user are found before a plan exists.
/// </summary>
public abstract record AppPlan
{
    /// <summary>What the package is for.</summary>
    public required MobileBuildType Type { get; init; }

    /// <summary>Application id.</summary>
    public required string Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public required string Name { get; init; }

    /// <summary>Version shown to users.</summary>
    public required string VersionName { get; init; }

    /// <summary>Version that devices compare, as text.</summary>
    public abstract string Build { get; }

    /// <summary>Start page with query and fragment, from the web root.</summary>
    public required string Start { get; init; }

    /// <summary>Scheme under which the files are served.</summary>
    public required string Scheme { get; init; }

    /// <summary>Host under which the files are served.</summary>
    public required string Hostname { get; init; }

    /// <summary>Whether the system bars are hidden.</summary>
    public required bool Fullscreen { get; init; }

    /// <summary>Orientations of the screen that the app supports.</summary>
    public required Orientation Orientation { get; init; }

    /// <summary>Colour of the splash screen and behind the page; null when the app names none.</summary>
    public required Colour? BackgroundColour { get; init; }

    /// <summary>Pictures of the icon.</summary>
    public required IconPlan Icon { get; init; }

    /// <summary>The web files, ordered by path.</summary>
    public required IReadOnlyList<AppFile> WebFiles { get; init; }

    /// <summary>Path of the package to write.</summary>
    public required string OutFile { get; init; }

    /// <summary>Warnings and notices.</summary>
    public required IReadOnlyList<Problem> Notices { get; init; }
}

/// <summary>Everything that decides the bytes of an Android package.</summary>
public sealed record AndroidPlan : AppPlan
{
    /// <summary>Version code, which devices compare.</summary>
    public required int VersionCode { get; init; }

    /// <inheritdoc/>
    public override string Build => VersionCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lowest API level.</summary>
    public required int MinSdk { get; init; }

    /// <summary>Target API level.</summary>
    public required int TargetSdk { get; init; }

    /// <summary>The value of android:screenOrientation; null when it is not set.</summary>
    public string? ScreenOrientation { get; init; }

    /// <summary>Changes of the manifest, in the order in which they apply.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];
}

/// <summary>Orientations of the screen that an app supports.</summary>
public enum Orientation
{
    /// <summary>Any: the screen turns with the device.</summary>
    Default,

    /// <summary>Portrait only.</summary>
    Portrait,

    /// <summary>Landscape only.</summary>
    Landscape,
}
