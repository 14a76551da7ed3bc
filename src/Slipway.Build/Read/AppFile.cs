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
