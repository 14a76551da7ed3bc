using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>Space of an organisation that an upload reserves before it has a row that counts towards the quota. It is released when the upload ends.</summary>
/// <param name="uploads">All uploads of the organisation to this server.</param>
/// <param name="quota">The organisation's quota in bytes.</param>
/// <param name="used">Bytes in use when the upload began.</param>
/// <param name="keptBefore">The counter of bytes kept by uploads at that moment.</param>
internal sealed class SpaceReservation(UploadsUnderWay uploads, long quota, long used, long keptBefore) : IDisposable
{
    private long _held;

    /// <summary>Reserves more bytes.</summary>
    /// <exception cref="ProblemException">The quota does not have that much left.</exception>
    public void Take(long bytes)
    {
        lock (uploads)
        {
            var taken = used + uploads.Held + (uploads.Kept - keptBefore);
            if (taken + bytes > quota)
                throw new ProblemException(ServiceProblems.QuotaExceeded.At("organisation", $"{bytes} more bytes do not fit: {taken} of {quota} are in use, or taken by uploads under way."));
            uploads.Held += bytes;
            _held += bytes;
        }
    }

    /// <summary>Releases a part that has a row now and so counts towards the quota.</summary>
    public void Keep(long bytes)
    {
        lock (uploads)
        {
            var kept = Math.Min(bytes, _held);
            uploads.Held -= kept;
            uploads.Kept += kept;
            _held -= kept;
        }
    }

    /// <summary>Releases the rest, because all of it has rows now.</summary>
    public void Keep() => Keep(long.MaxValue);

    public void Dispose()
    {
        lock (uploads)
        {
            uploads.Held -= _held;
            _held = 0;
        }
    }
}
