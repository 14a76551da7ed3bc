using Slipway.Build.Read;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

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
