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
