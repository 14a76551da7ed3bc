namespace Slipway.Protocol.Files;

/// <summary>What the system says of a disk: the runtime puts the number of the error into the exception.</summary>
public static class DiskErrors
{
    // errno.h of Linux: EFBIG, ENOSPC, EROFS, EDQUOT.
    private const int TooLarge = 27;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaExceeded = 122;

    /// <summary>Is there no space left, on the disk or for this user?</summary>
    public static bool IsFull(Exception e) => Number(e) is NoSpace or QuotaExceeded;

    /// <summary>Can the disk only be read?</summary>
    public static bool IsReadOnly(Exception e) => Number(e) == ReadOnly;

    /// <summary>Is a file larger than this process may write?</summary>
    public static bool IsTooLarge(Exception e) => Number(e) == TooLarge;

    private static int? Number(Exception e) => e is IOException ? e.HResult & 0xFFFF : null;
}
