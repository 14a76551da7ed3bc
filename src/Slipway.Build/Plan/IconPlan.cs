namespace Slipway.Build.Plan;

/// <summary>Pictures of the icon. Of each list the first that can be drawn is taken.</summary>
/// <param name="Main">For everything that has no picture of its own; empty for the built-in icon.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer as a picture.</param>
/// <param name="BackgroundColour">Back layer as a colour.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
/// <param name="Source">Who names them, and so what may be left out.</param>
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
