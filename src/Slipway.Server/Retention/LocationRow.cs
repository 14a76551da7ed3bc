namespace Slipway.Server.Retention;

/// <summary>Where a row says that its object is.</summary>
internal sealed record LocationRow
{
    /// <summary>The name of the object.</summary>
    public string Location { get; init; } = "";

    /// <summary>Is the row so old that a list of the store must have the object? 0 or 1.</summary>
    public long IsOld { get; init; }
}
