namespace Slipway.Formats.Zip;

/// <summary>The lock for writing to a <see cref="DeflateCacheFile"/>, which one process holds at a time.</summary>
internal static class DeflateCacheLock
{
    /// <summary>Acquires the lock; returns null when another process holds it or the folder is not writable.</summary>
    public static IDisposable? TryTake(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "deflate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
