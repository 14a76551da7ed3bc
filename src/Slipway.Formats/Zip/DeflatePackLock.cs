namespace Slipway.Formats.Zip;

/// <summary>The right to write to a <see cref="DeflatePack"/>, which one process has at a time.</summary>
internal static class DeflatePackLock
{
    /// <summary>Null when another process has it, or the folder cannot be written.</summary>
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
