using Slipway.Build.Read;
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
