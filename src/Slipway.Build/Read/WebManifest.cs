using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>What a web app manifest says that matters for an app.</summary>
/// <param name="File">Path of the manifest within the app; its addresses count from there.</param>
/// <param name="Icons">Pictures for the launcher.</param>
/// <param name="Ignored">Members of a wrong type.</param>
public sealed record WebManifest(string File, IReadOnlyList<ManifestIcon> Icons, IReadOnlyList<Problem> Ignored)
{
    /// <summary>The full name.</summary>
    public Setting? Name { get; init; }

    /// <summary>The name for a narrow place.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>Where the app starts.</summary>
    public Setting? StartUrl { get; init; }

    /// <summary>The addresses that belong to the app.</summary>
    public Setting? Scope { get; init; }

    /// <summary>fullscreen, standalone, minimal-ui or browser.</summary>
    public Setting? Display { get; init; }

    /// <summary>An orientation lock of the Screen Orientation API.</summary>
    public Setting? Orientation { get; init; }

    /// <summary>A CSS colour.</summary>
    public Setting? BackgroundColor { get; init; }
}
