using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Resources.Compile;

namespace Slipway.Build.Resources.Icons;

/// <summary>Stores drawn icons in one file, which ends with the hash of the bytes before it.</summary>
public static class IconArchive
{
    /// <summary>Writes pictures and remarks.</summary>
    public static byte[] Write(IconSet icons)
    {
        var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(icons.Remarks.Count);
            foreach (var remark in icons.Remarks)
            {
                writer.Write(remark.Picture);
                writer.Write(remark.IsDrawn);
                writer.Write(remark.Text);
            }

            writer.Write(icons.Files.Count);
            foreach (var file in icons.Files)
            {
                writer.Write(file.Path);
                writer.Write(file.Bytes.Length);
                writer.Write(file.Bytes.Span);
            }
        }

        var content = buffer.ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }

    /// <summary>Reads pictures and remarks; returns null when the content is damaged.</summary>
    public static IconSet? Read(byte[] archive)
    {
        var length = archive.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(archive.AsSpan(0, length)).AsSpan().SequenceEqual(archive.AsSpan(length)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(archive, 0, length), Encoding.UTF8);
        var remarks = new List<IconRemark>();
        for (var rest = reader.ReadInt32(); rest > 0; rest--)
            remarks.Add(new IconRemark(reader.ReadString(), reader.ReadBoolean(), reader.ReadString()));
        var files = new List<ResourceFile>();
        for (var rest = reader.ReadInt32(); rest > 0; rest--)
            files.Add(new ResourceFile(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        return new IconSet(files, remarks);
    }
}
