using System.Buffers;
using System.Security.Cryptography;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>Signs a package again: removes the old signatures, keeps the order and the packed bytes of the entries, and aligns them.</summary>
public static class ApkResigner
{
    private const int BufferSize = 1 << 20;

    /// <summary>Writes the signed package to a file that must not exist yet; a failure leaves no file behind.</summary>
    /// <exception cref="ZipFaultException">The package is refused; nothing is written.</exception>
    /// <exception cref="ApkSigningException">The keys or options cannot sign a package.</exception>
    public static ApkPackageResult Resign(string input, string output, ApkSigningOptions options, CancellationToken ct)
    {
        ApkSigningCheck.Check(options);
        using var file = File.OpenRead(input);
        var zip = ZipReader.Open(file, ZipReadLimits.ForPackages);
        return PackageFile.Write(output, target =>
        {
            var digest = JarDigests.OfContents(options);
            var digests = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries)
            {
                ct.ThrowIfCancellationRequested();
                if (ApkEntryNames.IsSignature(entry.Name))
                    continue;
                digests[entry.Name] = Check(zip, entry, digest);
                Copy(zip, entry, target);
            }

            if (options.V1)
                JarSigner.Append(target, name => digests[name], options);
            return ApkFinisher.Finish(target, options, ct);
        });
    }

    private static byte[] Check(ZipReader zip, ZipEntry entry, HashAlgorithmName digest)
    {
        using var content = zip.OpenEntry(entry);
        return CryptographicOperations.HashData(digest, content);
    }

    private static void Copy(ZipReader zip, ZipEntry entry, ZipOutput target)
    {
        var header = new ZipEntryHeader(entry.Name, entry.Method) { Crc = entry.Crc, Size = entry.Size, PackedSize = entry.PackedSize };
        target.Begin(header, UncompressedFileTypes.Alignment(entry.Name));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var packed = zip.OpenPacked(entry);
        for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            target.Append(buffer.AsSpan(0, read));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
