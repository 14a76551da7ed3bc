using Slipway.Protocol.Streams;

namespace Slipway.Server.Blobs;

/// <summary>A content whose length nobody knows: it takes space of its organisation as it comes, and ends where there is none left.</summary>
internal sealed class MeteredStream(Stream inner, SpaceReservation space) : ReadOnlyStream
{
    private long _free = StorageQuota.LeastPerObject;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        // The first bytes are in what every object takes.
        var more = Math.Max(0, count - _free);
        _free = Math.Max(0, _free - count);
        space.Take(more);
        return count;
    }
}
