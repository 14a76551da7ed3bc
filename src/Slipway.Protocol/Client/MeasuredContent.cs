using System.Net;
using Slipway.Protocol.Gateways;

namespace Slipway.Protocol.Client;

/// <summary>A body that tells how much of it has gone.</summary>
public abstract class MeasuredContent : HttpContent
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Told the number of bytes that have gone since the last time.</summary>
    public Action<long>? Moved { get; set; }

    /// <summary>Adds the hash of the body, which is made for that and again when it is sent.</summary>
    internal async Task AddDigestAsync(CancellationToken cancellation)
    {
        var moved = Moved;
        Moved = null;
        try
        {
            await ContentDigest.AddAsync(this, cancellation);
        }
        finally
        {
            Moved = moved;
        }
    }

    /// <inheritdoc/>
    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <summary>Copies a part of a content, or throws when it ends before.</summary>
    /// <param name="source">The content.</param>
    /// <param name="length">How much.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether all of it was there.</returns>
    protected async Task<bool> CopyAsync(Stream source, long length, Stream target, CancellationToken cancellation)
    {
        var buffer = new byte[(int)Math.Min(BufferSize, Math.Max(length, 1))];
        while (length > 0)
        {
            var count = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellation);
            if (count == 0)
                return false;
            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
            length -= count;
            Moved?.Invoke(count);
        }

        return true;
    }
}
