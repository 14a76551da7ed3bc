using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>
/// Keeps drawn icons by what they are drawn from: the pictures, the set of sizes, and the build of the program that draws. A
/// file ends with the hash of what is before; one that does not is drawn anew.
/// </summary>
internal sealed class IconCache(string cacheFolder)
{
    /// <summary>The pictures of a request.</summary>
    /// <exception cref="ProblemException">A picture cannot be used.</exception>
    public IReadOnlyList<ResourceFile> GetOrDraw(IconRequest request)
    {
        var path = Path.Combine(cacheFolder, "icons", Key(request.Icon, request.Set));
        if (TryLoad(path) is { } kept)
            return kept;
        var files = request.Draw();
        Store(path, files);
        return files;
    }

    private static string Key(IconPlan icon, string set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(AppIcons).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        Append(hash, set.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(set));
        foreach (var image in new[] { icon.Main, icon.Foreground, icon.Background, icon.Monochrome })
        {
            Append(hash, image is null ? -1 : image.Bytes.Length);
            if (image is not null)
                hash.AppendData(image.Bytes.Span);
        }

        Append(hash, icon.BackgroundColour is { } colour ? colour.Argb : -1);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static List<ResourceFile>? TryLoad(string path)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < SHA256.HashSizeInBytes)
                return null;
            var content = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
            return SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)) ? Parse(bytes, content.Length) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static List<ResourceFile> Parse(byte[] bytes, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        var files = new List<ResourceFile>();
        for (var rest = reader.ReadInt32(); rest > 0; rest--)
            files.Add(new ResourceFile(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        return files;
    }

    private static void Store(string path, IReadOnlyList<ResourceFile> files)
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
        var temporary = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, [.. content, .. SHA256.HashData(content)]);
            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            // A cache may forget.
            File.Delete(temporary);
        }
    }
}
