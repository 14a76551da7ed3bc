namespace Slipway.Formats.Zip;

/// <summary>Compression methods of entries (APPNOTE.TXT 4.4.5).</summary>
public enum ZipMethod : ushort
{
    /// <summary>Not compressed.</summary>
    Store = 0,

    /// <summary>Deflated (RFC 1951).</summary>
    Deflate = 8,
}
