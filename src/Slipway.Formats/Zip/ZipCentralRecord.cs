namespace Slipway.Formats.Zip;

/// <summary>A record of the central directory, as it stands there.</summary>
/// <param name="Name">Bytes of the name.</param>
/// <param name="Text">The name as a path of the archive; empty for the archive's own folder.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="Method">Number of the method.</param>
/// <param name="Crc">CRC-32.</param>
/// <param name="PackedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="HeaderOffset">Where the local header is.</param>
internal sealed record ZipCentralRecord(byte[] Name, string Text, ushort Flags, ushort Method, uint Crc, long PackedSize, long Size, long HeaderOffset)
{
    public bool HasDescriptor => (Flags & ZipLayout.DescriptorFlag) != 0;

    public bool IsFolder => Text.Length == 0 || Text.EndsWith('/');

    public bool IsExecutable { get; init; }

    public bool IsNameAssumed { get; init; }

    /// <summary>Why the entry cannot be used, while the others can.</summary>
    public ZipFaultException? Refusal { get; private set; }

    public ZipFaultException Fault(ZipFault fault, string reason) => new(fault, reason, HeaderOffset, Text);

    /// <summary>Refuses the entry alone where the limits say so, or the archive.</summary>
    /// <exception cref="ZipFaultException">The archive is refused.</exception>
    public void Refuse(ZipReadLimits limits, ZipFault fault, string reason)
    {
        if (!limits.AnyTool)
            throw Fault(fault, reason);
        Refusal ??= Fault(fault, reason);
    }
}
