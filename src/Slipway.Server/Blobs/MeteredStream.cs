using Slipway.Protocol.Streams;

namespace Slipway.Server.Blobs;

/// <summary>A stream of unknown length. It reserves its organisation's space as bytes arrive and fails when none is left.</summary>
internal sealed class MeteredStream(Stream inner, SpaceReservation space) : ReadOnlyStream
{
    private long _free = StorageQuota.LeastPerObject;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        // The first bytes are covered by the minimum that every object counts for.
        var more = Math.Max(0, count - _free);
        _free = Math.Max(0, _free - count);
        space.Take(more);
        return count;
    }
}
