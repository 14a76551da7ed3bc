using System.Security.Cryptography;
using Slipway.Build.Read;

namespace Slipway.Build.Plan;

/// <summary>Pictures of the icon. The build draws the first picture of each list that it can draw.</summary>
/// <param name="Main">Pictures for every use without pictures of its own; empty for the built-in icon.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer as a picture.</param>
/// <param name="BackgroundColour">Back layer as a colour.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
/// <param name="Source">Where they are named, which decides which pictures may be missing.</param>
public sealed record IconPlan(
    IReadOnlyList<IconImage> Main,
    IReadOnlyList<IconImage> Foreground,
    IReadOnlyList<IconImage> Background,
    Colour? BackgroundColour,
    IReadOnlyList<IconImage> Monochrome,
    IconSource Source = IconSource.Configuration)
{
    /// <summary>An app without an icon of its own.</summary>
    public static IconPlan BuiltIn { get; } = new([], [], [], null, [], IconSource.Page);

    /// <summary>All pictures.</summary>
    public IEnumerable<IconImage> Images => [.. Main, .. Foreground, .. Background, .. Monochrome];
}

/// <summary>A picture from the files of the app.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Where">Its path, or the setting that contains it, for problems.</param>
public sealed record IconImage(ReadOnlyMemory<byte> Bytes, string Where)
{
    /// <summary>SHA-256 of the file in lower-case hexadecimal digits: it identifies the picture where paths are unknown.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Path of its file, relative to the app as given or to the web root.</summary>
    public string File { get; init; } = Where;
}

/// <summary>Where the pictures of the icon are named. The source decides which pictures may be missing.</summary>
public enum IconSource
{
    /// <summary>config.xml: every layer that it names must have a picture that can be drawn.</summary>
    Configuration,

    /// <summary>The web app manifest: the main picture must be there; layers are optional.</summary>
    Manifest,

    /// <summary>The start page: when no picture can be drawn, the app gets the built-in icon.</summary>
    Page,
}

/// <summary>Pictures that the app names for its icon, the preferred ones first.</summary>
/// <param name="Source">Where they are named.</param>
/// <param name="Main">Pictures for every use.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer of an adaptive icon: pictures or colours.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
public sealed record IconDraft(
    IconSource Source,
    IReadOnlyList<IconCandidate> Main,
    IReadOnlyList<IconCandidate> Foreground,
    IReadOnlyList<IconCandidate> Background,
    IReadOnlyList<IconCandidate> Monochrome);

/// <summary>A picture that an app names for its icon.</summary>
/// <param name="Setting">Path within the app as given, or a data: address, with the place that names it.</param>
/// <param name="Group">Candidates of a higher group come first, whatever their size.</param>
public sealed record IconCandidate(Setting Setting, int Group);
