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
