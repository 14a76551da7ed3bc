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
