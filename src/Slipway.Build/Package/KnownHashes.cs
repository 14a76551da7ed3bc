using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Read;
using Slipway.Formats.Zip;
using Slipway.Protocol.Files;

namespace Slipway.Build.Package;

/// <summary>
/// Remembers the hashes of the files of one folder with each file's stamp: while the stamp is the same, the file need not be read. Like
/// git's index, it does not remember a file that changed just before it was hashed, because a second change within the same tick of the
/// file system's clock would not change the stamp.
/// </summary>
/// <param name="path">The file that stores the hashes.</param>
internal sealed class KnownHashes(string path) : IKnownHashes
{
    private const uint Magic = 0x32485753;
    private const long Margin = 2_500_000_000;

    private readonly Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)> _known = Load(path);

    /// <summary>The user may save a file at any time.</summary>
    public bool AreFilesFixed => false;

    /// <summary>Returns the path of the file that stores the hashes of a folder.</summary>
    public static string PathFor(string cacheFolder, string folder)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 12));
        return Path.Combine(cacheFolder, "hashes", name);
    }

    /// <summary>Returns the hashes of a file that has not changed since; null when it must be read.</summary>
    public ContentDigests? Find(AppFile file) =>
        file is { Stamp: { } stamp, DiskPath: { } disk } && _known.TryGetValue(disk, out var known) && known.Stamp == stamp ? known.Hashes : null;

    /// <summary>Remembers the hashes of a build.</summary>
    /// <param name="files">Files and their hashes; files that were not hashed are missing.</param>
    /// <param name="now">A time before the build looked at the files, in nanoseconds since 1970.</param>
    public void Save(IEnumerable<(AppFile File, ContentDigests Hashes)> files, long now)
    {
        var changed = false;
        var kept = new Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)>(StringComparer.Ordinal);
        foreach (var (file, given) in files)
        {
            if (file is not { Stamp: { } stamp, DiskPath: { } disk } || Math.Max(stamp.Changed, stamp.Modified) > now - Margin)
                continue;
            var isKnown = _known.TryGetValue(disk, out var known) && known.Stamp == stamp && known.Hashes.Sha256 == given.Sha256;
            // Android builds need no SHA-1. The one from an earlier iOS build is kept, so that the next iOS build need not read the file again.
            var hashes = given with { Sha1 = given.Sha1 ?? (isKnown ? known.Hashes.Sha1 : null) };
            kept[disk] = (stamp, hashes);
            changed |= !isKnown || known.Hashes != hashes;
        }

        if (changed || kept.Count != _known.Count)
            AtomicFile.TryWrite(path, stream => Write(stream, kept));
    }

    private static void Write(Stream stream, Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)> kept)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(kept.Count);
        foreach (var (name, (stamp, hashes)) in kept)
        {
            writer.Write(name);
            writer.Write(stamp.Device);
            writer.Write(stamp.Inode);
            writer.Write(stamp.Size);
            writer.Write(stamp.Modified);
            writer.Write(stamp.Changed);
            writer.Write(hashes.Sha256.ToArray());
            writer.Write(hashes.Sha1 is not null);
            writer.Write(hashes.Sha1?.ToArray() ?? []);
        }

        writer.Write(Magic);
    }

    private static Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)> Load(string path)
    {
        var known = new Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return known;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)));
            if (reader.ReadUInt32() != Magic)
                return known;
            for (var rest = reader.ReadInt32(); rest > 0; rest--)
            {
                var name = reader.ReadString();
                var stamp = new FileStamp(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
                var sha256 = new ContentHash(reader.ReadBytes(ContentHash.Size));
                known[name] = (stamp, new ContentDigests(sha256, reader.ReadBoolean() ? new Sha1Hash(reader.ReadBytes(Sha1Hash.Size)) : null));
            }

            return reader.ReadUInt32() == Magic ? known : new Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)>(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return new Dictionary<string, (FileStamp Stamp, ContentDigests Hashes)>(StringComparer.Ordinal);
        }
    }
}
