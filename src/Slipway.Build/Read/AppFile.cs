namespace Slipway.Build.Read;

/// <summary>A file of the app.</summary>
/// <param name="Path">Path within the app with forward slashes, never absolute and never climbing.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Open">Opens the content; may be called from several threads.</param>
/// <param name="Stamp">Lets the hash of an unchanged file be remembered; null for an entry of an archive.</param>
/// <param name="DiskPath">Where the file is on the disk; null for an entry of an archive.</param>
public sealed record AppFile(string Path, long Length, Func<Stream> Open, FileStamp? Stamp = null, string? DiskPath = null)
{
    /// <summary>The archive does not say in which charset the name is, so it may be another.</summary>
    public bool IsNameAssumed { get; init; }

    /// <summary>The whole content of a small file.</summary>
    /// <param name="limit">Most bytes to read; null is the answer when there are more.</param>
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
