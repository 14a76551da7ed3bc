namespace Slipway.Formats.Zip;

/// <summary>A packed item, ready for writing.</summary>
/// <param name="Method">The compression method.</param>
/// <param name="Data">The packed bytes.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Hash">Hash of the content, if known or requested.</param>
internal sealed record PackedItem(ZipMethod Method, ReadOnlyMemory<byte> Data, uint Crc, ContentHash? Hash)
{
    /// <summary>SHA-1 of the content, if known or requested.</summary>
    public Sha1Hash? Sha1 { get; init; }
}
