namespace Slipway.Worker.Sandbox;

/// <summary>Measures a folder to which a build may write at the same time, even with names that cannot be read.</summary>
internal static class DiskUsage
{
    private const int Deepest = 32;

    private static readonly EnumerationOptions OneLevel = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Returns whether a folder exceeds its limits. Whatever cannot be read counts as exceeding them.</summary>
    public static bool Exceeds(string folder, long bytes, int files)
    {
        try
        {
            return Exceeds(new DirectoryInfo(folder), ref bytes, ref files, depth: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A file was renamed or deleted meanwhile; the next measurement counts it.
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool Exceeds(DirectoryInfo folder, ref long bytes, ref int files, int depth)
    {
        if (depth > Deepest)
            return true;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", OneLevel))
        {
            files--;
            var isLink = entry.LinkTarget is not null;
            bytes -= entry is FileInfo file && !isLink ? file.Length : 0;
            if (bytes < 0 || files < 0 || (entry is DirectoryInfo inner && !isLink && Exceeds(inner, ref bytes, ref files, depth + 1)))
                return true;
        }

        return false;
    }
}
