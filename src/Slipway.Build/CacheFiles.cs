using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>
/// Caches on the disk, which cost time when they cannot be written, and nothing else. A folder that somebody else made, such as
/// root by an earlier build, is the usual reason.
/// </summary>
internal static class CacheFiles
{
    /// <summary>What to tell of a cache folder of which a part cannot be written; null when all can.</summary>
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
