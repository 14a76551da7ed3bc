using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>
/// A launch together with blobs that the service lacks: the length of the request, the request, then a pack. All of it is compressed
/// at the fastest level, which saves time on all but the fastest networks.
/// </summary>
internal sealed class LaunchPackContent : MeasuredContent
{
    /// <summary>Media type of the body.</summary>
    public const string MediaType = "application/vnd.slipway.launch-pack";

    private readonly byte[] _head;
    private readonly IReadOnlyList<UploadSource> _sources;

    public LaunchPackContent(LaunchRequest request, IReadOnlyList<UploadSource> sources)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Default.LaunchRequest);
        _head = new byte[sizeof(int) + json.Length];
        BinaryPrimitives.WriteInt32BigEndian(_head, json.Length);
        json.CopyTo(_head.AsSpan(sizeof(int)));
        _sources = sources;
        Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        Headers.ContentEncoding.Add("br");
    }

    /// <summary>Returns the size of the request with its length, before compression.</summary>
    public static long HeadOf(LaunchRequest request) => sizeof(int) + JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Default.LaunchRequest).Length;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var packing = new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await packing.WriteAsync(_head, cancellationToken);
        foreach (var source in _sources)
        {
            await packing.WriteAsync(BlobPackWriter.Header(source.Sha256, source.Size), cancellationToken);
            await using var content = source.Open();
            if (!await CopyAsync(content, source.Size, packing, cancellationToken))
                throw new ProblemException(FileProblems.Changed.At(source.Path, "The file became shorter while it was uploaded."));
        }
    }

    // The compressed length is known only at the end.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
