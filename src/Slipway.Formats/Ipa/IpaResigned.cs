namespace Slipway.Formats.Ipa;

/// <summary>The result of signing a package again.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Thinned">Executables and libraries that were reduced to the code for 64-bit ARM.</param>
public sealed record IpaResigned(long Size, int Entries, IReadOnlyList<string> Thinned);
