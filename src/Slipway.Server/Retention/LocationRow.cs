namespace Slipway.Server.Retention;

/// <summary>The location of an object as a row states it.</summary>
internal sealed record LocationRow
{
    /// <summary>The name of the object.</summary>
    public string Location { get; init; } = "";

    /// <summary>Whether the row is so old that a listing of the store must include its object: 0 or 1.</summary>
    public long IsOld { get; init; }
}
