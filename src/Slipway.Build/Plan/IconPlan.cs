namespace Slipway.Build.Plan;

/// <summary>Pictures of the icon.</summary>
/// <param name="Main">PNG or SVG for everything that has no picture of its own; null for the built-in icon.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer as a picture.</param>
/// <param name="BackgroundColour">Back layer as a colour.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
public sealed record IconPlan(IconImage? Main, IconImage? Foreground, IconImage? Background, Colour? BackgroundColour, IconImage? Monochrome);
