using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>The result of deflating a content.</summary>
/// <param name="Bytes">The deflated bytes; empty when deflating does not make the content smaller, so that it is stored.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Length">Bytes of the content.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeflatedContent(ReadOnlyMemory<byte> Bytes, uint Crc, long Length)
{
    /// <summary>True when deflating does not make the content smaller.</summary>
    public bool IsStored => Bytes.IsEmpty;
}
