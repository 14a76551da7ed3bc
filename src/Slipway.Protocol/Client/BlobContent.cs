using System.Net;
using System.Net.Http.Headers;

namespace Slipway.Protocol.Client;

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
