using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>Space of an organisation that an upload takes before there is a row that counts for the quota. It is given back when the upload ends.</summary>
/// <param name="uploads">All uploads of the organisation to this server.</param>
/// <param name="quota">What the organisation may keep.</param>
/// <param name="used">What it kept when the upload began.</param>
/// <param name="keptBefore">What uploads had kept by then.</param>
internal sealed class SpaceReservation(UploadsUnderWay uploads, long quota, long used, long keptBefore) : IDisposable
{
    private long _held;

    /// <summary>Takes more.</summary>
    /// <exception cref="ProblemException">There is not that much left.</exception>
    public void Take(long bytes)
    {
        lock (uploads)
        {
            var taken = used + uploads.Held + (uploads.Kept - keptBefore);
            if (taken + bytes > quota)
                throw new ProblemException(ServerProblems.QuotaExceeded.At("organisation", $"{bytes} more bytes do not fit: {taken} of {quota} are in use, or taken by uploads under way."));
            uploads.Held += bytes;
            _held += bytes;
        }
    }

    /// <summary>Some of it has a row now, which counts.</summary>
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

    /// <summary>All of it has a row now.</summary>
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
