namespace Slipway.Protocol;

/// <summary>A part of a list.</summary>
/// <param name="Results">The items.</param>
/// <param name="Offset">How many come before.</param>
/// <param name="Limit">How many there are at most.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Results, int Offset, int Limit, long Total);
