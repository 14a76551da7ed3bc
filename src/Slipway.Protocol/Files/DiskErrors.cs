namespace Slipway.Protocol.Files;

/// <summary>Recognises errors of the disk by the error number in an exception.</summary>
public static class DiskErrors
{
    // errno.h of Linux: EFBIG, ENOSPC, EROFS, EDQUOT.
    private const int TooLarge = 27;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaExceeded = 122;

    /// <summary>Returns whether the disk, or the user's quota, is full.</summary>
    public static bool IsFull(Exception e) => Number(e) is NoSpace or QuotaExceeded;

    /// <summary>Returns whether the disk is read-only.</summary>
    public static bool IsReadOnly(Exception e) => Number(e) == ReadOnly;

    /// <summary>Returns whether a file exceeds the size that this process may write.</summary>
    public static bool IsTooLarge(Exception e) => Number(e) == TooLarge;

    private static int? Number(Exception e) => e is IOException ? e.HResult & 0xFFFF : null;
}
