namespace Slipway.Protocol.Environments;

/// <summary>How builds of an environment were launched lately: GET <c>/api/v1/environments/{key}/launches?days=30</c>.</summary>
/// <param name="Days">How many days are counted.</param>
/// <param name="Launches">Counts; what was refused is counted apart.</param>
public sealed record LaunchCounts(int Days, IReadOnlyList<LaunchCount> Launches);
