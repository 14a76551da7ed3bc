using System.Collections.ObjectModel;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>The result of writing a package.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="V1">True when it has a JAR signature.</param>
/// <param name="V2">True when it has an APK Signature Scheme v2 block.</param>
/// <param name="V3">True when it has an APK Signature Scheme v3 block.</param>
public sealed record ApkPackageResult(long Size, int Entries, bool V1, bool V2, bool V3)
{
    /// <summary>Hashes of contents by entry name; only those that packing computed.</summary>
    public IReadOnlyDictionary<string, ContentHash> Hashes { get; init; } = ReadOnlyDictionary<string, ContentHash>.Empty;
}
