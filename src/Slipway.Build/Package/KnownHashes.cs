using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Read;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>
/// Hashes of the files of one folder, remembered with the stamp that each file had: while the stamp is the same, the file need
/// not be read. As git's index does, a file that changed just before it was hashed is not remembered, because a second change
/// within the same tick of the file system's clock would leave the stamp as it was.
/// </summary>
/// <param name="path">The file that remembers.</param>
internal sealed class KnownHashes(string path)
{
    private const uint Magic = 0x31485753;
    private const long Margin = 2_500_000_000;

    private readonly Dictionary<string, (FileStamp Stamp, ContentHash Hash)> _known = Load(path);

    /// <summary>The file that remembers for a folder.</summary>
    public static string PathFor(string cacheFolder, string folder)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 12));
        return Path.Combine(cacheFolder, "hashes", name);
    }

    /// <summary>The hash of a file that has not changed since; null when it must be read.</summary>
    public ContentHash? Find(AppFile file) =>
        file is { Stamp: { } stamp, DiskPath: { } disk } && _known.TryGetValue(disk, out var known) && known.Stamp == stamp ? known.Hash : null;

    /// <summary>Remembers the hashes of a build.</summary>
    /// <param name="files">Files and their hashes; those that were not hashed are left out.</param>
    /// <param name="now">Time before the files were looked at, nanoseconds since 1970.</param>
    public void Save(IEnumerable<(AppFile File, ContentHash Hash)> files, long now)
    {
        var changed = false;
        var kept = new Dictionary<string, (FileStamp Stamp, ContentHash Hash)>(StringComparer.Ordinal);
        foreach (var (file, hash) in files)
        {
            if (file is not { Stamp: { } stamp, DiskPath: { } disk } || Math.Max(stamp.Changed, stamp.Modified) > now - Margin)
                continue;
            kept[disk] = (stamp, hash);
            changed |= !_known.TryGetValue(disk, out var known) || known != (stamp, hash);
        }

        if (changed || kept.Count != _known.Count)
            Store(kept);
    }

    private void Store(Dictionary<string, (FileStamp Stamp, ContentHash Hash)> kept)
    {
        var temporary = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var writer = new BinaryWriter(new BufferedStream(File.Create(temporary), 1 << 16)))
            {
                writer.Write(Magic);
                writer.Write(kept.Count);
                foreach (var (name, (stamp, hash)) in kept)
                {
                    writer.Write(name);
                    writer.Write(stamp.Device);
                    writer.Write(stamp.Inode);
                    writer.Write(stamp.Size);
                    writer.Write(stamp.Modified);
                    writer.Write(stamp.Changed);
                    writer.Write(hash.ToArray());
                }

                writer.Write(Magic);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            // A cache may forget.
            File.Delete(temporary);
        }
    }

    private static Dictionary<string, (FileStamp Stamp, ContentHash Hash)> Load(string path)
    {
        var known = new Dictionary<string, (FileStamp Stamp, ContentHash Hash)>(StringComparer.Ordinal);
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
                known[name] = (stamp, new ContentHash(reader.ReadBytes(ContentHash.Size)));
            }

            return reader.ReadUInt32() == Magic ? known : new Dictionary<string, (FileStamp Stamp, ContentHash Hash)>(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException)
        {
            return new Dictionary<string, (FileStamp Stamp, ContentHash Hash)>(StringComparer.Ordinal);
        }
    }
}
