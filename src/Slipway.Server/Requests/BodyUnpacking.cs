using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Requests;

/// <summary>Decompresses bodies with a Content-Encoding, within the limit of the route. Compression shrinks lists of files to a fifth.</summary>
internal sealed class BodyUnpacking(RequestDelegate next)
{
    private const long UsualLimit = 1 << 20;

    public async Task InvokeAsync(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0)
        {
            await next(context);
            return;
        }

        var packed = context.Request.Body;
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? UsualLimit;
        await using var unpacked = new UnpackedStream(Unpack(encoding, packed), limit);
        context.Request.Body = unpacked;
        context.Request.Headers.Remove("Content-Encoding");
        context.Request.ContentLength = null;
        await next(context);
    }

    private static Stream Unpack(string encoding, Stream packed) => encoding.ToLowerInvariant() switch
    {
        "gzip" => new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true),
        _ => throw new ProblemException(ServiceProblems.EncodingUnknown.At("Content-Encoding", $"The supported encodings are gzip and br, one at a time.")),
    };
}
