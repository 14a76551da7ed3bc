namespace Slipway.Formats.Zip;

/// <summary>An entry of an archive, whose headers agree with each other.</summary>
/// <param name="Name">Path inside the archive; a folder ends with a slash.</param>
/// <param name="Method">How it is packed.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="PackedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="DataOffset">Where the data begins.</param>
public sealed record ZipEntry(string Name, ZipMethod Method, uint Crc, long PackedSize, long Size, long DataOffset)
{
    /// <summary>It is a folder, and has no content.</summary>
    public bool IsFolder => Name.EndsWith('/');

    /// <summary>The archive does not say in which charset the name is, so it was read in the one of old DOS, code page 437.</summary>
    public bool IsNameAssumed { get; init; }

    /// <summary>Why it cannot be used, while other entries can; null when it can.</summary>
    public ZipFaultException? Refusal { get; init; }

    /// <summary>Its mode lets somebody run it.</summary>
    public bool IsExecutable { get; init; }
}
