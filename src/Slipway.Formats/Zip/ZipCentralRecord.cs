namespace Slipway.Formats.Zip;

/// <summary>A record of the central directory.</summary>
/// <param name="Name">Bytes of the name.</param>
/// <param name="Text">The name as a path of the archive; empty for the archive's own folder.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="Method">Number of the method.</param>
/// <param name="Crc">CRC-32.</param>
/// <param name="PackedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="HeaderOffset">Offset of the local header.</param>
internal sealed record ZipCentralRecord(byte[] Name, string Text, ushort Flags, ushort Method, uint Crc, long PackedSize, long Size, long HeaderOffset)
{
    public bool HasDescriptor => (Flags & ZipLayout.DescriptorFlag) != 0;

    public bool IsFolder => Text.Length == 0 || Text.EndsWith('/');

    public bool IsExecutable { get; init; }

    public bool IsNameAssumed { get; init; }

    /// <summary>The reason why this entry alone cannot be used; null when it can.</summary>
    public ZipFaultException? Refusal { get; private set; }

    public ZipFaultException Fault(ZipFault fault, string reason) => new(fault, reason, HeaderOffset, Text);

    /// <summary>Refuses the entry alone when the limits allow archives of any tool; otherwise refuses the archive.</summary>
    /// <exception cref="ZipFaultException">The archive is refused.</exception>
    public void Refuse(ZipReadLimits limits, ZipFault fault, string reason)
    {
        if (!limits.AnyTool)
            throw Fault(fault, reason);
        Refusal ??= Fault(fault, reason);
    }
}
