namespace Slipway.Formats.Zip;

/// <summary>An item that is ready to be written.</summary>
/// <param name="Method">How it is packed.</param>
/// <param name="Data">The packed bytes.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Hash">Hash of the content, where it is known or asked for.</param>
internal sealed record PackedItem(ZipMethod Method, ReadOnlyMemory<byte> Data, uint Crc, ContentHash? Hash)
{
    /// <summary>SHA-1 of the content, where it is known or asked for.</summary>
    public Sha1Hash? Sha1 { get; init; }
}
