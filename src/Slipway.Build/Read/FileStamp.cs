namespace Slipway.Build.Read;

/// <summary>What the file system says about a file; while it stays the same, so does the content (see <see cref="FileProbe"/>).</summary>
/// <param name="Device">Number of the device that the file system is on.</param>
/// <param name="Inode">Number of the file within it.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Modified">Time of the last write, nanoseconds since 1970.</param>
/// <param name="Changed">Time of the last change of the inode, nanoseconds since 1970: cannot be set back by a program.</param>
public readonly record struct FileStamp(ulong Device, ulong Inode, long Size, long Modified, long Changed);
