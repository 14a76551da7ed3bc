using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>
/// The hash of a request's body, which the proof of a machine covers. A hash that the client sent is passed on, and the service checks the body against it.
/// </summary>
internal static class BodyDigest
{
    /// <summary>The largest body that is read completely before it is sent on, to compute its hash.</summary>
    public const long MostRead = 256L << 20;

    private const int MostInMemory = 1 << 20;
    private const int BufferLength = 1 << 16;

    // The path of a blob contains its hash, and requests of the doctor have no effect: both are passed on without a hash.
    private static readonly string[] PassedAsTheyCome = ["/api/v1/blobs/", "/api/v1/diagnostics/"];

    /// <summary>Returns the header's value; null when there is no body or it needs no hash.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The body is too large to be read before it is sent on.</exception>
    public static async Task<string?> OfAsync(HttpContext context, string path, CancellationToken cancellation)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return null;
        var said = context.Request.Headers[ContentDigest.Header].ToString();
        if (ContentDigest.Sha256(said) is not null)
            return said;
        if (Array.Exists(PassedAsTheyCome, start => path.StartsWith(start, StringComparison.Ordinal)))
            return null;
        if (context.Request.ContentLength > MostRead)
            throw TooLarge();
        context.Request.EnableBuffering(MostInMemory);
        var hash = await HashAsync(context.Request.Body, cancellation);
        context.Request.Body.Position = 0;
        return ContentDigest.Of(hash);
    }

    private static async Task<byte[]> HashAsync(Stream body, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (var length = 0L; await body.ReadAsync(buffer, cancellation) is > 0 and var count; length += count)
            {
                if (length + count > MostRead)
                    throw TooLarge();
                hash.AppendData(buffer, 0, count);
            }

            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ProblemException TooLarge() => new(ServiceProblems.BodyTooLarge.At(
        "body", $"The body has more than {MostRead >> 20} MiB, and no header {ContentDigest.Header}.",
        $"Send large files as blobs, or send the header {ContentDigest.Header} (RFC 9530) with sha-256."));
}
