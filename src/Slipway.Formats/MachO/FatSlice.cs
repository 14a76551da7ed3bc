namespace Slipway.Formats.MachO;

/// <summary>A slice of a fat file.</summary>
/// <param name="CpuType">Processor.</param>
/// <param name="CpuSubtype">Variant of the processor.</param>
/// <param name="Content">The file.</param>
public sealed record FatSlice(uint CpuType, uint CpuSubtype, ReadOnlyMemory<byte> Content);
