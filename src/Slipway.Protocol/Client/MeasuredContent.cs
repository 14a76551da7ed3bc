using System.Net;
using System.Net.Http.Headers;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>A request body that reports how much of it was sent.</summary>
public abstract class MeasuredContent : HttpContent
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Receives the number of bytes that were sent since the last call.</summary>
    public Action<long>? Moved { get; set; }

    /// <summary>Adds the hash of the body. The body is produced once for the hash and again for sending.</summary>
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

    /// <summary>Copies a part of a blob, or returns false if the blob ends before.</summary>
    /// <param name="source">The blob.</param>
    /// <param name="length">Number of bytes to copy.</param>
    /// <param name="target">Target of the copy.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>Whether the source had enough bytes.</returns>
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

/// <summary>A whole blob as a request body.</summary>
internal sealed class BlobContent : MeasuredContent
{
    private readonly Stream _content;
    private readonly long _length;

    public BlobContent(Stream content, long length)
    {
        _content = content;
        _length = length;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!await CopyAsync(_content, _length, stream, cancellationToken))
            throw new IOException("The file became shorter while it was uploaded.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}

/// <summary>A piece of a blob as a request body.</summary>
internal sealed class PieceContent : MeasuredContent
{
    private readonly UploadSource _source;
    private readonly long _offset;
    private readonly long _length;

    public PieceContent(UploadSource source, long offset, long length)
    {
        _source = source;
        _offset = offset;
        _length = length;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        Headers.ContentRange = new ContentRangeHeaderValue(offset, offset + length - 1, source.Size);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var content = _source.Open();
        content.Position = _offset;
        if (!await CopyAsync(content, _length, stream, cancellationToken))
            throw new ProblemException(FileProblems.Changed.At(_source.Path, "The file became shorter while it was uploaded."));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
