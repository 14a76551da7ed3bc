using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Slipway.Protocol.Gateways;

namespace Slipway.Server.Proofs;

/// <summary>Compares a body with the hash that the proof covers (RFC 9530). No handler sees a body with another hash.</summary>
internal static class ProvenBodyCheck
{
    private const int MostInMemory = 1 << 20;
    private static readonly byte[] HashOfNothing = SHA256.HashData([]);

    /// <summary>Reads the body to its end, buffers a large one on disk, and rewinds it for the handlers.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">There is no hash, or the body has a different one.</exception>
    public static async Task CheckAsync(HttpContext context, string? digest)
    {
        // The handler compares such a body with the hash in the address while reading it. Reading it here first would put it on the disk before
        // the quota is checked.
        if (context.GetEndpoint()?.Metadata.GetMetadata<BodyHashInPath>() is not null)
            return;
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        if (digest is null)
        {
            if (hasBody)
                throw ProofVerifier.Invalid($"The proof does not cover the body: the request has no header {ContentDigest.Header}.");
            return;
        }

        var expected = ContentDigest.Sha256(digest) ?? throw ProofVerifier.Invalid($"{ContentDigest.Header} has no valid sha-256.");
        var actual = hasBody ? await HashAsync(context) : HashOfNothing;
        if (!CryptographicOperations.FixedTimeEquals(expected, actual))
            throw ProofVerifier.Invalid("The body differs from the signed one.");
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
