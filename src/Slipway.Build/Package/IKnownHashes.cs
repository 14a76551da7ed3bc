using Slipway.Build.Read;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>Returns the hashes of files without reading them.</summary>
public interface IKnownHashes
{
    /// <summary>Whether the files cannot change while they are packed.</summary>
    bool AreFilesFixed { get; }

    /// <summary>Returns the hashes of a file; null when it must be read.</summary>
    ContentDigests? Find(AppFile file);

    /// <summary>Remembers the hashes of a build.</summary>
    /// <param name="files">Files and their hashes; files that were not hashed are missing.</param>
    /// <param name="now">A time before the build looked at the files, in nanoseconds since 1970.</param>
    void Save(IEnumerable<(AppFile File, ContentDigests Hashes)> files, long now);
}

/// <summary>Hashes that came with the files; each was compared with its content on arrival.</summary>
/// <param name="hashes">Hashes by path on the disk.</param>
public sealed class ManifestHashes(IReadOnlyDictionary<string, ContentDigests> hashes) : IKnownHashes
{
    /// <summary>The files are hard links to contents that never change. Their stamps do change, whenever another build adds or removes a link.</summary>
    public bool AreFilesFixed => true;

    /// <inheritdoc/>
    public ContentDigests? Find(AppFile file) =>
        file.DiskPath is { } path && hashes.TryGetValue(path, out var known) ? known : null;

    /// <inheritdoc/>
    public void Save(IEnumerable<(AppFile File, ContentDigests Hashes)> files, long now)
    {
        // All hashes came with the files; there is nothing to remember.
    }
}
