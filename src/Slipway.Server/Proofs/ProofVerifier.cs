using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
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
