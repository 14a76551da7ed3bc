using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Plan;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources.Icons;

/// <summary>
/// Caches drawn icons by everything that decides them: the pictures, the set of sizes, and the build of the program that draws. A
/// file ends with the hash of the bytes before it; when the hash is wrong, the icons are drawn again.
/// </summary>
internal sealed class IconCache(string cacheFolder)
{
    /// <summary>Returns the icons of a request.</summary>
    /// <exception cref="ProblemException">A picture cannot be used.</exception>
    public IconSet GetOrDraw(IconRequest request)
    {
        var path = Path.Combine(cacheFolder, "icons", Key(request.Icon, request.Set));
        if (TryLoad(path) is { } kept)
            return kept;
        var icons = request.Draw();
        AtomicFile.TryWrite(path, stream => stream.Write(IconArchive.Write(icons)));
        return icons;
    }

    private static string Key(IconPlan icon, string set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(AppIcons).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        Append(hash, set.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(set));
        foreach (var layer in new[] { icon.Main, icon.Foreground, icon.Background, icon.Monochrome })
        {
            Append(hash, layer.Count);
            foreach (var image in layer)
            {
                Append(hash, image.Bytes.Length);
                hash.AppendData(image.Bytes.Span);
            }
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

    private static IconSet? TryLoad(string path)
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
}
