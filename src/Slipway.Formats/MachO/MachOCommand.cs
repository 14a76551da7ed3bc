namespace Slipway.Formats.MachO;

/// <summary>A load command.</summary>
/// <param name="Kind">An LC_ number.</param>
/// <param name="Offset">Its offset in the file.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record MachOCommand(uint Kind, int Offset, int Size);
