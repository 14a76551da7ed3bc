namespace Slipway.Build;

/// <summary>What the system says of a disk.</summary>
internal static class DiskErrors
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    /// <summary>Is there no space left (ENOSPC, EDQUOT, as the runtime reports them)?</summary>
    public static bool IsFull(Exception e) => e is IOException && (e.HResult & 0xFFFF) is NoSpace or QuotaExceeded;
}
