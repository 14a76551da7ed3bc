using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>Packs files into a signed APK in one pass with bounded memory. The same input results in the same bytes.</summary>
public static class ApkPackager
{
    /// <summary>Writes a package.</summary>
    /// <param name="path">Path of the package; the file must not exist yet.</param>
    /// <param name="items">The files, in the order of the package.</param>
    /// <param name="options">Keys and schemes.</param>
    /// <param name="cache">Cache of deflated contents.</param>
    /// <param name="ct">Cancels the operation; no file is left behind.</param>
    /// <exception cref="ApkSigningException">The keys or options cannot sign a package.</exception>
    /// <exception cref="ZipLimitException">The items do not fit into a package.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or does not have the stated length.</exception>
    public static ApkPackageResult Write(string path, IReadOnlyList<ZipItem> items, ApkSigningOptions options, IDeflateCache cache, CancellationToken ct) =>
        Write(path, items, options, new PackSettings(options.DeflateLevel, cache, options.V1) { NeedsSha1 = options.NeedsSha1 }, ct);

    internal static ApkPackageResult Write(string path, IReadOnlyList<ZipItem> items, ApkSigningOptions options, PackSettings settings, CancellationToken ct)
    {
        ApkSigningCheck.Check(options);
        ApkEntryNames.Check(items);
        return PackageFile.Write(path, output =>
        {
            var pipeline = new PackPipeline(output, settings, ct);
            pipeline.Run(items);
            if (options.V1)
                JarSigner.Append(output, name => options.NeedsSha1 ? pipeline.Sha1Hashes[name].ToArray() : pipeline.Hashes[name].ToArray(), options);
            return ApkFinisher.Finish(output, options, ct) with { Hashes = pipeline.Hashes };
        });
    }
}
