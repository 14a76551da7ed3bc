using System.Collections.ObjectModel;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>Completes a package after its entries: computes the digests and writes signing block, central directory and end record.</summary>
internal static class ApkFinisher
{
    public static ApkPackageResult Finish(ZipOutput output, ApkSigningOptions options, CancellationToken cancellation)
    {
        output.Flush();
        var entriesEnd = output.Position;
        var directory = output.CentralDirectory();
        var block = Sign(new ApkContents(new ByteSource(output.File), entriesEnd, directory, output.EndRecord(directory.Length, entriesEnd)), options, cancellation);
        var directoryStart = entriesEnd + block.Length;
        var end = output.EndRecord(directory.Length, directoryStart);
        RandomAccess.Write(output.File, [block, directory, end], entriesEnd);
        return new ApkPackageResult(directoryStart + directory.Length + end.Length, output.Entries.Count, options.V1, options.V2, options.EffectiveV3);
    }

    private static byte[] Sign(ApkContents contents, ApkSigningOptions options, CancellationToken cancellation)
    {
        if (!options.V2 && !options.EffectiveV3)
            return [];
        var digests = options.Signers
            .Select(signer => ApkSignatureAlgorithm.For(signer.PrivateKey).Digest)
            .Distinct()
            .ToDictionary(algorithm => algorithm, algorithm => ChunkDigester.Digest(contents, algorithm, cancellation));
        var signer = new SchemeSigner(options, digests);
        var pairs = new List<(uint, byte[])>();
        if (options.V2)
            pairs.Add((ApkSchemes.V2Block, signer.V2Value()));
        if (options.EffectiveV3)
            pairs.Add((ApkSchemes.V3Block, signer.V3Value()));
        return SigningBlock.Build(pairs);
    }
}

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
