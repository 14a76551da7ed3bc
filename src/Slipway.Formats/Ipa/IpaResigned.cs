namespace Slipway.Formats.Ipa;

/// <summary>A package that was signed again.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Thinned">Executables and libraries of which only the code for 64-bit ARM was kept.</param>
public sealed record IpaResigned(long Size, int Entries, IReadOnlyList<string> Thinned);
