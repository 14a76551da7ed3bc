namespace Slipway.Protocol;

/// <summary>A part of a list.</summary>
/// <param name="Results">Items on this page.</param>
/// <param name="Offset">Number of items before this page.</param>
/// <param name="Limit">Maximum number of items on a page.</param>
/// <param name="Total">Number of items in the whole list.</param>
public sealed record Page<T>(IReadOnlyList<T> Results, int Offset, int Limit, long Total);
