using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Slipway.Protocol.Gateways;

namespace Slipway.Server.Proofs;

/// <summary>Holds a body against the hash that the proof covers (RFC 9530). Nobody gets to see a body that has another.</summary>
internal static class ProvenBody
{
    private const int MostInMemory = 1 << 20;
    private static readonly byte[] HashOfNothing = SHA256.HashData([]);

    /// <summary>Reads the body to its end, on the disk where it is large, and puts it back for those who follow.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">There is no hash, or the body has another.</exception>
    public static async Task CheckAsync(HttpContext context, string? digest)
    {
        // Whoever takes such a body compares it with the address while it is read. To read it here first would put it on the disk before any quota is asked.
        if (context.GetEndpoint()?.Metadata.GetMetadata<NamedContent>() is not null)
            return;
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        if (digest is null)
        {
            if (hasBody)
                throw ProofCheck.Invalid($"The proof does not cover the body: the request has no header {ContentDigest.Header}.");
            return;
        }

        var expected = ContentDigest.Sha256(digest) ?? throw ProofCheck.Invalid($"{ContentDigest.Header} has no sha-256 that can be read.");
        var actual = hasBody ? await HashAsync(context) : HashOfNothing;
        if (!CryptographicOperations.FixedTimeEquals(expected, actual))
            throw ProofCheck.Invalid("The body is not the one that was signed.");
    }

    private static async Task<byte[]> HashAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? long.MaxValue;
        context.Request.EnableBuffering(MostInMemory, limit);
        var hash = await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        return hash;
    }
}
