using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Proofs;

/// <summary>Verifies the proof of a request and returns the machine that signed it.</summary>
internal sealed class ProofVerifier(ProofStore store)
{
    private const long SeenEvery = 60_000;

    /// <summary>Returns the machine; null if the request has no proof.</summary>
    /// <param name="context">The request.</param>
    /// <param name="once">Whether the proof may be used only once.</param>
    /// <exception cref="ProblemException">The proof is not valid.</exception>
    public async Task<ProvenMachine?> FindAsync(HttpContext context, bool once)
    {
        var input = Header(context, RequestProof.InputHeader);
        if (!RequestProof.IsClaimed(input))
            return null;
        var proof = RequestProof.Parse(input, Header(context, RequestProof.SignatureHeader)) ?? throw Invalid("The proof is malformed.");
        var row = await store.FindAsync(proof.Machine, context.RequestAborted);
        if (row?.PublicKey is not { } publicKey)
            throw Invalid($"The server {proof.Machine} is not enrolled here.");
        var now = DatabaseTime.Of(row.Now);
        if (!proof.IsTimely(now))
            throw Invalid($"The proof was made at {proof.Created:u} by the clock of {row.Name}, and it is {now:u} here.");
        if (!Fits(context, proof, publicKey))
            throw Invalid($"The signature is not that of {row.Name} for this request.");
        await ProvenBodyCheck.CheckAsync(context, Header(context, ContentDigest.Header));
        if (once && !await store.SpendAsync(proof, context.RequestAborted))
            throw Invalid($"The proof of {row.Name} was used before.");
        if (row.SeenAt is not { } seen || row.Now - seen > SeenEvery)
            await store.MarkSeenAsync(row.Id, context.RequestAborted);
        return row.Machine;
    }

    /// <summary>Returns the problem of an invalid proof.</summary>
    public static ProblemException Invalid(string message) => new(EnvironmentProblems.ProofInvalid.At(RequestProof.SignatureHeader, message));

    private static bool Fits(HttpContext context, RequestProof proof, byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return proof.Fits(new ProvenRequest(context.Request.Method, Target(context), name => Header(context, name)), key);
    }

    // A proxy may have sent the absolute address.
    private static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return raw.StartsWith('/') ? raw : Uri.TryCreate(raw, UriKind.Absolute, out var address) ? address.PathAndQuery : raw;
    }

    private static string? Header(HttpContext context, string name) => context.Request.Headers.TryGetValue(name, out var values) ? string.Join(", ", values.AsEnumerable()) : null;
}

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
