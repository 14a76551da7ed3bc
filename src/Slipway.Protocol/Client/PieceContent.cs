using System.Net;
using System.Net.Http.Headers;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

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
