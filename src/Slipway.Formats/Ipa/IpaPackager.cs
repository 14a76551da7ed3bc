using System.Collections.ObjectModel;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Ipa;

/// <summary>
/// Packs the bundle of an app in one pass with bounded memory: files first, then the seal, the executable last. The same input
/// results in the same bytes. There are no entries for folders: the paths of the files imply them, and installers find the bundle by
/// any path below Payload.
/// </summary>
public static class IpaPackager
{
    /// <summary>The deflate level, the same as for Android packages so that both share a cache.</summary>
    private const int DeflateLevel = 5;

    /// <summary>Writes a package.</summary>
    /// <param name="path">Path of the package; the file must not exist yet.</param>
    /// <param name="content">The bundle.</param>
    /// <param name="seal">Signs it for devices: the bundle is in the folder Payload. Null for the simulator: it is at the top.</param>
    /// <param name="cache">Cache of deflated contents.</param>
    /// <param name="ct">Cancels the operation; no file is left behind.</param>
    /// <exception cref="ZipLimitException">The files do not fit into a package.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or does not have the stated length.</exception>
    public static IpaPackageResult Write(string path, IpaContent content, IpaSeal? seal, IDeflateCache cache, CancellationToken ct) =>
        Write(path, content, seal, new PackSettings(DeflateLevel, cache, NeedsHashes: true) { NeedsSha1 = true }, ct);

    internal static IpaPackageResult Write(string path, IpaContent content, IpaSeal? seal, PackSettings settings, CancellationToken ct)
    {
        IpaNames.Check(content);
        var folder = seal is null ? $"{content.BundleName}/" : $"Payload/{content.BundleName}/";
        return PackageFile.Write(path, output =>
        {
            var files = new PackPipeline(output, settings, ct);
            files.Run(Items(content, seal, folder));
            // The executable's signature differs in each build, so caching it would only fill the cache.
            var last = new PackPipeline(output, new PackSettings(DeflateLevel, NoDeflateCache.Instance, NeedsHashes: false), ct);
            last.Run(seal is null ? [Program(content, folder, content.Executable)] : Sealed(content, seal, folder, files));
            return new IpaPackageResult(output.Finish(), output.Entries.Count, Hashes(content, folder, files));
        });
    }

    private static List<ZipItem> Items(IpaContent content, IpaSeal? seal, string folder)
    {
        var items = new List<ZipItem>(content.Files.Count + 2);
        foreach (var file in content.Files)
            items.Add(file with { Name = folder + file.Name, Alignment = 1 });
        items.Add(Item(folder + IpaNames.InfoPlist, content.InfoPlist));
        if (seal is not null)
            items.Add(Item(folder + IpaNames.Profile, seal.Profile));
        return items;
    }

    private static ZipItem[] Sealed(IpaContent content, IpaSeal seal, string folder, PackPipeline files)
    {
        var resources = CodeResources.Write(files.Hashes.Select(file =>
            new SealedFile(file.Key[folder.Length..], files.Sha1Hashes[file.Key].ToArray(), file.Value.ToArray())));
        return [Item(folder + CodeResources.Path, resources), Program(content, folder, seal.Sign(resources))];
    }

    private static ZipItem Program(IpaContent content, string folder, ReadOnlyMemory<byte> executable) =>
        Item(folder + content.ExecutableName, executable) with { IsExecutable = true };

    private static ZipItem Item(string name, ReadOnlyMemory<byte> bytes) => ZipItem.FromBytes(name, bytes.ToArray()) with { Alignment = 1 };

    private static ReadOnlyDictionary<string, ContentDigests> Hashes(IpaContent content, string folder, PackPipeline files) =>
        content.Files.ToDictionary(
            file => file.Name,
            file => new ContentDigests(files.Hashes[folder + file.Name], files.Sha1Hashes[folder + file.Name]),
            StringComparer.Ordinal).AsReadOnly();
}

/// <summary>The content of an app's bundle before signing.</summary>
public sealed record IpaContent
{
    /// <summary>Name of the bundle's folder, such as <c>FieldNotes.app</c>.</summary>
    public required string BundleName { get; init; }

    /// <summary>
    /// The files in the order of the package, with names relative to the bundle: all files except executable, Info.plist, profile and
    /// seal. Programs among them, in Frameworks and PlugIns, must be signed already.
    /// </summary>
    public required IReadOnlyList<ZipItem> Files { get; init; }

    /// <summary>Bytes of Info.plist.</summary>
    public required ReadOnlyMemory<byte> InfoPlist { get; init; }

    /// <summary>Name of the main executable, at the top of the bundle.</summary>
    public required string ExecutableName { get; init; }

    /// <summary>The main executable, unsigned or with a signature to replace.</summary>
    public required ReadOnlyMemory<byte> Executable { get; init; }
}

/// <summary>The result of writing a package.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Hashes">Hashes of the given files, by name within the bundle.</param>
public sealed record IpaPackageResult(long Size, int Entries, IReadOnlyDictionary<string, ContentDigests> Hashes);

/// <summary>Signs the bundle of an app.</summary>
/// <param name="Profile">The provisioning profile; becomes <c>embedded.mobileprovision</c>.</param>
/// <param name="Sign">
/// Takes the bytes of <c>_CodeSignature/CodeResources</c> and returns the executable with a signature over them; called once.
/// </param>
public sealed record IpaSeal(ReadOnlyMemory<byte> Profile, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Sign);
