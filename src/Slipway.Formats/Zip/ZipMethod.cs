namespace Slipway.Formats.Zip;

/// <summary>How an entry is packed (APPNOTE.TXT 4.4.5).</summary>
public enum ZipMethod : ushort
{
    /// <summary>As it is.</summary>
    Store = 0,

    /// <summary>RFC 1951.</summary>
    Deflate = 8,
}
