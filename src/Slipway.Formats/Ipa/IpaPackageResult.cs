using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>The result of writing a package.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Hashes">Hashes of the given files, by name within the bundle.</param>
public sealed record IpaPackageResult(long Size, int Entries, IReadOnlyDictionary<string, ContentDigests> Hashes);
