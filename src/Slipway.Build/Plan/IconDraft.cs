namespace Slipway.Build.Plan;

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
