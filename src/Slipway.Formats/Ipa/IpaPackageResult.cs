using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>A package that was written.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Hashes">Hashes of the files that were given, by their name within the bundle.</param>
public sealed record IpaPackageResult(long Size, int Entries, IReadOnlyDictionary<string, ContentDigests> Hashes);
