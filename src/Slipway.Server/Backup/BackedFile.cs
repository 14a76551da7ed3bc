namespace Slipway.Server.Backup;

/// <summary>A row that names a file. Its properties are settable, because an empty result of SQLite has no types to match with a constructor.</summary>
internal sealed record BackedFile
{
    /// <summary>The table.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public string Location { get; init; } = "";

    /// <summary>Its length.</summary>
    public long Size { get; init; }
}
