namespace Slipway.Build.Read;

/// <summary>A file of the app.</summary>
/// <param name="Path">Path within the app with forward slashes; never absolute, and without '..'.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Open">Opens the content; may be called from several threads.</param>
/// <param name="Stamp">Stamp under which the hash of the file is remembered while it does not change; null for an entry of an archive.</param>
/// <param name="DiskPath">Path of the file on the disk; null for an entry of an archive.</param>
public sealed record AppFile(string Path, long Length, Func<Stream> Open, FileStamp? Stamp = null, string? DiskPath = null)
{
    /// <summary>True when the archive does not declare the charset of the name, so that the name may be misread.</summary>
    public bool IsNameAssumed { get; init; }

    /// <summary>Returns the whole content of a small file.</summary>
    /// <param name="limit">Most bytes to read; the result is null when the file is longer.</param>
    public byte[]? ReadAll(int limit)
    {
        if (Length > limit)
            return null;
        using var stream = Open();
        var buffer = new byte[(int)Length + 1];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count > limit ? null : buffer[..count];
    }
}

/// <summary>The kind of a directory entry.</summary>
internal enum FileKind
{
    Missing,
    Forbidden,
    Regular,
    Folder,
    Link,
    Special,
}

/// <summary>What the file system records about a file. While the stamp stays the same, the content stays the same (see <see cref="FileProbe"/>).</summary>
/// <param name="Device">Number of the device that the file system is on.</param>
/// <param name="Inode">Number of the file within it.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Modified">Time of the last write, nanoseconds since 1970.</param>
/// <param name="Changed">Time of the last change of the inode, nanoseconds since 1970; programs cannot set it back.</param>
public readonly record struct FileStamp(ulong Device, ulong Inode, long Size, long Modified, long Changed);
