using Slipway.Build.Problems;
using Slipway.Build.Read;

namespace Slipway.Build.Plan;

/// <summary>Everything that decides the bytes of a package. Nothing a user did wrong is left to be found after this.</summary>
public sealed record BuildPlan
{
    /// <summary>Debug or release.</summary>
    public required BuildType Type { get; init; }

    /// <summary>Application id.</summary>
    public required string Id { get; init; }

    /// <summary>Name under the icon.</summary>
    public required string Name { get; init; }

    /// <summary>Version that people see.</summary>
    public required string VersionName { get; init; }

    /// <summary>Version that machines compare.</summary>
    public required int VersionCode { get; init; }

    /// <summary>Lowest API level.</summary>
    public required int MinSdk { get; init; }

    /// <summary>API level whose behaviour the app expects.</summary>
    public required int TargetSdk { get; init; }

    /// <summary>Start page with query and fragment, from the web root.</summary>
    public required string Start { get; init; }

    /// <summary>https or http.</summary>
    public required string Scheme { get; init; }

    /// <summary>Host under which the files are served.</summary>
    public required string Hostname { get; init; }

    /// <summary>Hide the bars of the system.</summary>
    public required bool Fullscreen { get; init; }

    /// <summary>How the screen may turn.</summary>
    public required Orientation Orientation { get; init; }

    /// <summary>Colour behind the page, and of the splash screen; null when the app does not say.</summary>
    public required Colour? BackgroundColour { get; init; }

    /// <summary>Permissions that the app may ask for, beside the internet.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Pictures of the icon.</summary>
    public required IconPlan Icon { get; init; }

    /// <summary>The web files, ordered by path.</summary>
    public required IReadOnlyList<AppFile> WebFiles { get; init; }

    /// <summary>Path of the package to write.</summary>
    public required string OutFile { get; init; }

    /// <summary>Warnings and notices.</summary>
    public required IReadOnlyList<Problem> Notices { get; init; }
}
