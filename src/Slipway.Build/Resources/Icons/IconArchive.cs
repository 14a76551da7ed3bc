using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Resources.Compile;

namespace Slipway.Build.Resources.Icons;

/// <summary>Drawn pictures as one content, which ends with the hash of what is before.</summary>
public static class IconArchive
{
    /// <summary>Joins pictures.</summary>
    public static byte[] Write(IReadOnlyList<ResourceFile> files)
    {
        var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(files.Count);
            foreach (var file in files)
            {
                writer.Write(file.Path);
                writer.Write(file.Bytes.Length);
                writer.Write(file.Bytes.Span);
            }
        }

        var content = buffer.ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }

    /// <summary>Takes pictures apart; null when the content is damaged.</summary>
    public static IReadOnlyList<ResourceFile>? Read(byte[] archive)
    {
        var length = archive.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(archive.AsSpan(0, length)).AsSpan().SequenceEqual(archive.AsSpan(length)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(archive, 0, length), Encoding.UTF8);
        var files = new List<ResourceFile>();
        for (var rest = reader.ReadInt32(); rest > 0; rest--)
            files.Add(new ResourceFile(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        return files;
    }
}
