namespace Slipway.Formats.Zip;

/// <summary>An entry of an archive with consistent headers.</summary>
/// <param name="Name">Path inside the archive; a folder ends with a slash.</param>
/// <param name="Method">The compression method.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="PackedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="DataOffset">Offset of the data.</param>
public sealed record ZipEntry(string Name, ZipMethod Method, uint Crc, long PackedSize, long Size, long DataOffset)
{
    /// <summary>True for a folder, which has no content.</summary>
    public bool IsFolder => Name.EndsWith('/');

    /// <summary>True when the archive does not name the charset of the name, so that it was read as code page 437, the one of DOS.</summary>
    public bool IsNameAssumed { get; init; }

    /// <summary>The reason why this entry alone cannot be used; null when it can.</summary>
    public ZipFaultException? Refusal { get; init; }

    /// <summary>True when its mode is executable for owner, group or others.</summary>
    public bool IsExecutable { get; init; }
}

/// <summary>Compression methods of entries (APPNOTE.TXT 4.4.5).</summary>
public enum ZipMethod : ushort
{
    /// <summary>Not compressed.</summary>
    Store = 0,

    /// <summary>Deflated (RFC 1951).</summary>
    Deflate = 8,
}
