namespace Slipway.Formats.MachO;

/// <summary>Place of what a store may encrypt: LC_ENCRYPTION_INFO_64.</summary>
/// <param name="Range">Where.</param>
/// <param name="System">0 while it is not encrypted.</param>
public sealed record MachOEncryption(MachORange Range, uint System);
