namespace Slipway.Formats.Zip;

/// <summary>What an archive to be written has too much of.</summary>
public enum ZipLimit
{
    /// <summary>Too many entries.</summary>
    Entries,

    /// <summary>Too many bytes.</summary>
    Size,

    /// <summary>A name is too long, empty, or there twice.</summary>
    Name,
}
