namespace Slipway.Worker.Sandbox;

/// <summary>Measures a folder that somebody else fills at the same time, perhaps with names that cannot be looked at.</summary>
internal static class DiskUsage
{
    private const int Deepest = 32;

    private static readonly EnumerationOptions OneLevel = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Does a folder hold more than it may? What cannot be looked at counts as more.</summary>
    public static bool Exceeds(string folder, long bytes, int files)
    {
        try
        {
            return Exceeds(new DirectoryInfo(folder), ref bytes, ref files, depth: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Something was renamed or deleted meanwhile: the next look tells.
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
