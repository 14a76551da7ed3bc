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

    private static IReadOnlyList<ResourceFile>? TryLoad(string path)
    {
        try
        {
            return File.Exists(path) ? IconArchive.Read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Store(string path, IReadOnlyList<ResourceFile> files)
    {
        var temporary = $"{path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, IconArchive.Write(files));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CacheFiles.Forget(temporary);
        }
    }
}
