namespace Slipway.Protocol.Environments;

/// <summary>Recent launches in an environment: GET <c>/api/v1/environments/{key}/launches?days=30</c>.</summary>
/// <param name="Days">Number of days that are counted.</param>
/// <param name="Launches">The counts; refused launches are counted separately.</param>
public sealed record LaunchCounts(int Days, IReadOnlyList<LaunchCount> Launches);
