namespace Slipway.Build.Read;

/// <summary>What the file system records about a file. While the stamp stays the same, the content stays the same (see <see cref="FileProbe"/>).</summary>
/// <param name="Device">Number of the device that the file system is on.</param>
/// <param name="Inode">Number of the file within it.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Modified">Time of the last write, nanoseconds since 1970.</param>
/// <param name="Changed">Time of the last change of the inode, nanoseconds since 1970; programs cannot set it back.</param>
public readonly record struct FileStamp(ulong Device, ulong Inode, long Size, long Modified, long Changed);
