using System.Buffers;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Plist;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>
/// Signs a package for devices again, with another key and other profiles: nested code from the inside out, the app last. Unchanged
/// entries keep their order and their packed bytes; entries for folders are removed. The same input results in the same bytes.
/// </summary>
public static class IpaResigner
{
    private const int BufferSize = 1 << 20;
    private const int DeflateLevel = 5;

    /// <summary>Returns the ids for which a package needs profiles.</summary>
    /// <param name="input">The package.</param>
    /// <param name="bundleId">The new id; null to keep the current one.</param>
    /// <exception cref="ZipFaultException">The archive is refused.</exception>
    /// <exception cref="IpaException">The package is refused.</exception>
    public static IpaIdentity Identify(string input, string? bundleId = null)
    {
        using var stream = File.OpenRead(input);
        var files = new IpaFiles(ZipReader.Open(stream, ZipReadLimits.ForPackages), CancellationToken.None);
        var app = IpaLayout.App(files);
        var old = IpaLayout.Identifier(IpaLayout.Info(files, app), app);
        var wanted = bundleId ?? old;
        return new IpaIdentity(
            wanted,
            [.. IpaLayout.Nested(files, app).Where(code => code.Kind == NestedCodeKind.Extension)
                .Select(code => Renamed(IpaLayout.Identifier(IpaLayout.Info(files, code.Path), code.Path), old, wanted))]);
    }

    /// <summary>Writes the signed package to a file that must not exist yet; a failure leaves no file behind.</summary>
    /// <exception cref="ZipFaultException">The archive is refused; nothing is written.</exception>
    /// <exception cref="IpaException">The package is refused; nothing is written.</exception>
    /// <exception cref="CodeSigningException">Key or entitlements cannot sign.</exception>
    /// <exception cref="ZipLimitException">The result does not fit into a package.</exception>
    public static IpaResigned Resign(string input, string output, IpaResigning options, CancellationToken ct)
    {
        if (options.BundleId is { } id && (id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')))
            throw new IpaException(IpaFault.Identifier, $"'{id}' is not a bundle id, which has letters, digits, hyphens and dots");
        using var stream = File.OpenRead(input);
        var zip = ZipReader.Open(stream, ZipReadLimits.ForPackages);
        var files = new IpaFiles(zip, ct);
        var signer = new BundleSigner(files, options);
        Sign(files, signer, options.BundleId);
        foreach (var name in files.Names)
            files.Hash(name);
        return PackageFile.Write(output, target =>
        {
            foreach (var name in files.Names)
            {
                ct.ThrowIfCancellationRequested();
                var isProgram = signer.Programs.Contains(name) || zip.Find(name)?.IsExecutable == true;
                if (files.Replacement(name) is { } content)
                    Add(target, name, content, isProgram);
                else
                    Copy(zip, zip.Find(name)!, target, isProgram);
            }

            return new IpaResigned(target.Finish(), target.Entries.Count, signer.Thinned);
        });
    }

    private static void Sign(IpaFiles files, BundleSigner signer, string? bundleId)
    {
        var app = IpaLayout.App(files);
        var old = IpaLayout.Identifier(IpaLayout.Info(files, app), app);
        foreach (var (path, kind) in IpaLayout.Nested(files, app))
        {
            if (kind == NestedCodeKind.File)
                signer.SignFile(path);
            else
                signer.SignBundle(path, Rename(files, path, old, bundleId ?? old), needsGrant: kind == NestedCodeKind.Extension);
        }

        signer.SignBundle(app, Rename(files, app, old, bundleId ?? old), needsGrant: true);
    }

    private static PlistDictionary Rename(IpaFiles files, string folder, string old, string wanted)
    {
        var info = IpaLayout.Info(files, folder);
        if (info.Text("CFBundleIdentifier") is not { Length: > 0 } id || Renamed(id, old, wanted) is var renamed && renamed == id)
            return info;
        info = info.With("CFBundleIdentifier", new PlistString(renamed));
        files.Replace(folder + IpaNames.InfoPlist, PlistBinaryWriter.Write(info));
        return info;
    }

    private static string Renamed(string id, string old, string wanted) =>
        id == old || id.StartsWith(old + ".", StringComparison.Ordinal) ? wanted + id[old.Length..] : id;

    private static void Add(ZipOutput target, string name, byte[] content, bool isProgram)
    {
        var deflated = Deflater.Whole(content, DeflateLevel);
        var header = new ZipEntryHeader(name, deflated.IsStored ? ZipMethod.Store : ZipMethod.Deflate)
        {
            Crc = deflated.Crc,
            Size = content.Length,
            IsExecutable = isProgram,
        };
        target.Add(header, alignment: 1, deflated.IsStored ? content : deflated.Bytes.Span);
    }

    private static void Copy(ZipReader zip, ZipEntry entry, ZipOutput target, bool isProgram)
    {
        var header = new ZipEntryHeader(entry.Name, entry.Method) { Crc = entry.Crc, Size = entry.Size, PackedSize = entry.PackedSize, IsExecutable = isProgram };
        target.Begin(header, alignment: 1);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var packed = zip.OpenPacked(entry);
        for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            target.Append(buffer.AsSpan(0, read));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
