using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Blobs;

namespace Slipway.Server.Blobs;

/// <summary>Sends blobs as a pack. Small ones are fetched in parallel, because a remote store has a high latency.</summary>
internal sealed class BlobPackSender(IBlobStore store)
{
    private const int SmallSize = 256 * 1024;
    private const int Ahead = 16;

    /// <summary>Writes the pack. If a blob cannot be read, the answer breaks off, which the receiver notices by its length.</summary>
    public async Task SendAsync(HttpResponse response, IReadOnlyList<BlobRow> blobs, CancellationToken cancellation)
    {
        response.ContentType = "application/octet-stream";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = blobs.Sum(blob => BlobPackWriter.Header(blob.Sha256, blob.Size).Length + blob.Size);
        var fetched = new Queue<Task<byte[]>>();
        var next = 0;
        foreach (var blob in blobs)
        {
            for (; next < blobs.Count && fetched.Count < Ahead; next++)
            {
                if (blobs[next].Size <= SmallSize)
                    fetched.Enqueue(FetchAsync(blobs[next], cancellation));
            }

            await response.Body.WriteAsync(BlobPackWriter.Header(blob.Sha256, blob.Size), cancellation);
            if (blob.Size <= SmallSize)
            {
                await response.Body.WriteAsync(await fetched.Dequeue(), cancellation);
                continue;
            }

            await using var stream = await OpenAsync(blob, cancellation);
            await stream.CopyToAsync(response.Body, cancellation);
        }
    }

    private async Task<byte[]> FetchAsync(BlobRow blob, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(blob, cancellation);
        var content = new byte[blob.Size];
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }

    private async Task<Stream> OpenAsync(BlobRow blob, CancellationToken cancellation) =>
        await store.OpenAsync(blob.Location, 0, blob.Size, cancellation) ?? throw new IOException($"The content {blob.Sha256} is not in the store.");
}
