namespace Slipway.Formats.Zip;

/// <summary>Limits of an archive being written.</summary>
public enum ZipLimit
{
    /// <summary>Too many entries.</summary>
    Entries,

    /// <summary>Too many bytes.</summary>
    Size,

    /// <summary>A name is too long or not allowed, or occurs twice.</summary>
    Name,
}
