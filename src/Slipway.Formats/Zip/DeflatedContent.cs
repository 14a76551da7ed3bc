using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>What a content deflates to.</summary>
/// <param name="Bytes">The deflated bytes; empty when deflating does not make the content smaller, so that it is to be stored.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Length">Bytes of the content.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeflatedContent(ReadOnlyMemory<byte> Bytes, uint Crc, long Length)
{
    /// <summary>Deflating did not help.</summary>
    public bool IsStored => Bytes.IsEmpty;
}
