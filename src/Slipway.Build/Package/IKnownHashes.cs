using Slipway.Build.Read;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>Knows hashes of files without reading them.</summary>
public interface IKnownHashes
{
    /// <summary>Can nobody change the files while they are packed?</summary>
    bool AreFilesFixed { get; }

    /// <summary>The hashes of a file; null when it must be read.</summary>
    ContentDigests? Find(AppFile file);

    /// <summary>Remembers the hashes of a build.</summary>
    /// <param name="files">Files and their hashes; those that were not hashed are left out.</param>
    /// <param name="now">Time before the files were looked at, nanoseconds since 1970.</param>
    void Save(IEnumerable<(AppFile File, ContentDigests Hashes)> files, long now);
}
