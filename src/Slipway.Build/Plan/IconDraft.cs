using Slipway.Build.Read;

namespace Slipway.Build.Plan;

/// <summary>Pictures that the app names for its icon, as paths within what was given.</summary>
/// <param name="Main">The picture for everything.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer: a picture or a colour.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
public sealed record IconDraft(Setting? Main, Setting? Foreground, Setting? Background, Setting? Monochrome);
