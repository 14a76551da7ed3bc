using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>
/// Checks the caches on the disk. When a cache cannot be written, builds take longer but do not fail. The usual cause is a folder that
/// another user owns, such as root after an earlier build.
/// </summary>
internal static class CacheFiles
{
    /// <summary>Returns a notice when a part of the cache folder cannot be written; otherwise null.</summary>
    public static Problem? Notice(string cacheFolder) =>
        new[] { "", "hashes", "icons", "deflate", "shells" }.Select(part => part.Length == 0 ? cacheFolder : Path.Combine(cacheFolder, part))
            .Where(folder => folder == cacheFolder || Directory.Exists(folder))
            .Select(Try)
            .FirstOrDefault(problem => problem is not null);

    private static Problem? Try(string folder)
    {
        var probe = Path.Combine(folder, $".{Environment.ProcessId}.probe");
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GeneralProblems.CacheUnwritable.At(folder, "The cache cannot be written, so that the next build takes as long as the first.");
        }
    }
}
