namespace Slipway.Build.Plan;

/// <summary>Pictures that the app names for its icon, those that it seems to prefer first.</summary>
/// <param name="Source">Who names them.</param>
/// <param name="Main">For everything.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer: pictures or colours.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
public sealed record IconDraft(
    IconSource Source,
    IReadOnlyList<IconCandidate> Main,
    IReadOnlyList<IconCandidate> Foreground,
    IReadOnlyList<IconCandidate> Background,
    IReadOnlyList<IconCandidate> Monochrome);
