using Slipway.Build.Read;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>Hashes that came with the files: each was compared with its content when it arrived.</summary>
/// <param name="hashes">By path on the disk.</param>
public sealed class ManifestHashes(IReadOnlyDictionary<string, ContentDigests> hashes) : IKnownHashes
{
    /// <summary>They are links to contents that never change; a stamp does, with each link that another build makes or removes.</summary>
    public bool AreFilesFixed => true;

    /// <inheritdoc/>
    public ContentDigests? Find(AppFile file) =>
        file.DiskPath is { } path && hashes.TryGetValue(path, out var known) ? known : null;

    /// <inheritdoc/>
    public void Save(IEnumerable<(AppFile File, ContentDigests Hashes)> files, long now)
    {
        // What came from outside is not learnt here.
    }
}
