namespace Slipway.Formats.MachO;

/// <summary>The part of a file that a store may encrypt: LC_ENCRYPTION_INFO_64.</summary>
/// <param name="Range">Its place.</param>
/// <param name="System">Number of the encryption system; 0 when it is not encrypted.</param>
public sealed record MachOEncryption(MachORange Range, uint System);
