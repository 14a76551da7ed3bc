using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>The members of a web app manifest that a build uses.</summary>
/// <param name="File">Path of the manifest within the app; its addresses are relative to that path.</param>
/// <param name="Icons">Pictures for the launcher.</param>
/// <param name="Ignored">Members of a wrong type.</param>
public sealed record WebManifest(string File, IReadOnlyList<ManifestIcon> Icons, IReadOnlyList<Problem> Ignored)
{
    /// <summary>The full name.</summary>
    public Setting? Name { get; init; }

    /// <summary>The short name, for narrow places.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>The start_url.</summary>
    public Setting? StartUrl { get; init; }

    /// <summary>The scope: the addresses that belong to the app.</summary>
    public Setting? Scope { get; init; }

    /// <summary>fullscreen, standalone, minimal-ui or browser.</summary>
    public Setting? Display { get; init; }

    /// <summary>An orientation lock of the Screen Orientation API.</summary>
    public Setting? Orientation { get; init; }

    /// <summary>A CSS colour.</summary>
    public Setting? BackgroundColor { get; init; }
}

/// <summary>A member of icons in a web app manifest.</summary>
/// <param name="Source">Address, as written.</param>
/// <param name="Size">Largest declared number of pixels per side; <see cref="int.MaxValue"/> for any.</param>
/// <param name="Purposes">any, maskable, monochrome.</param>
/// <param name="Where">Place of the member.</param>
public sealed record ManifestIcon(string Source, int Size, IReadOnlyList<string> Purposes, string Where);
