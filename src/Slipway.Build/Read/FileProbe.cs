using System.Runtime.InteropServices;

namespace Slipway.Build.Read;

/// <summary>
/// Asks the kernel for the kind and the stamp of a file without opening it: opening a pipe could block forever, and the runtime's own
/// file information rounds times. The structure is that of statx(2), which is the same on every architecture.
/// </summary>
public static partial class FileProbe
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStats = 0x7ff;
    private const int NotPermitted = 13;

    /// <summary>Returns whether the name is a regular file, not a link, a pipe or anything else.</summary>
    public static bool IsRegularFile(string path) => Look(path).Kind == FileKind.Regular;

    /// <summary>Returns the kind and the stamp of a name; a link is reported as a link unless it is followed.</summary>
    internal static (FileKind Kind, FileStamp Stamp) Look(string path, bool followLinks = false)
    {
        if (StatX(CurrentFolder, path, followLinks ? 0 : NoFollow, BasicStats, out var stat) != 0)
            return (Marshal.GetLastPInvokeError() == NotPermitted ? FileKind.Forbidden : FileKind.Missing, default);
        var kind = (stat.Mode & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            _ => FileKind.Special,
        };
        var stamp = new FileStamp(((ulong)stat.DeviceMajor << 32) | stat.DeviceMinor, stat.Inode, (long)stat.Size, stat.Modified.Nanoseconds, stat.Changed.Nanoseconds);
        return (kind, stamp);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out StatxResult result);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct StatxTime
    {
        private readonly long _seconds;
        private readonly uint _nanoseconds;
        private readonly int _reserved;

        public long Nanoseconds => unchecked((_seconds * 1_000_000_000) + _nanoseconds + (_reserved & 0));
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct StatxResult
    {
        [FieldOffset(0x1C)]
        public readonly ushort Mode;

        [FieldOffset(0x20)]
        public readonly ulong Inode;

        [FieldOffset(0x28)]
        public readonly ulong Size;

        [FieldOffset(0x60)]
        public readonly StatxTime Changed;

        [FieldOffset(0x70)]
        public readonly StatxTime Modified;

        [FieldOffset(0x88)]
        public readonly uint DeviceMajor;

        [FieldOffset(0x8C)]
        public readonly uint DeviceMinor;
    }
}
