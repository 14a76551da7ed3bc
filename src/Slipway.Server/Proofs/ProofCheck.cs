using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Proofs;

/// <summary>Finds out which server a request comes from, when it says that it comes from one.</summary>
internal sealed class ProofCheck(ProofStore store)
{
    private const long SeenEvery = 60_000;

    /// <summary>The server; null when the request does not say that it comes from one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="once">The proof must not have been used before.</param>
    /// <exception cref="ProblemException">It says so, and that does not hold.</exception>
    public async Task<ProvenServer?> FindAsync(HttpContext context, bool once)
    {
        var input = Header(context, RequestProof.InputHeader);
        if (!RequestProof.IsClaimed(input))
            return null;
        var proof = RequestProof.Parse(input, Header(context, RequestProof.SignatureHeader)) ?? throw Invalid("The proof has not the form of one.");
        var row = await store.FindAsync(proof.Server, context.RequestAborted);
        if (row?.PublicKey is not { } publicKey)
            throw Invalid($"The server {proof.Server} is not enrolled here.");
        var now = Times.Of(row.Now);
        if (!proof.IsTimely(now))
            throw Invalid($"The proof was made at {proof.Created:u} by the clock of {row.Name}, and it is {now:u} here.");
        if (!Fits(context, proof, publicKey))
            throw Invalid($"The signature is not that of {row.Name} for this request.");
        await ProvenBody.CheckAsync(context, Header(context, ContentDigest.Header));
        if (once && !await store.SpendAsync(proof, context.RequestAborted))
            throw Invalid($"The proof of {row.Name} was used before.");
        if (row.SeenAt is not { } seen || row.Now - seen > SeenEvery)
            await store.SeeAsync(row.Id, context.RequestAborted);
        return row.Server;
    }

    /// <summary>The problem of a proof that does not hold.</summary>
    public static ProblemException Invalid(string message) => new(EnvironmentProblems.ProofInvalid.At(RequestProof.SignatureHeader, message));

    private static bool Fits(HttpContext context, RequestProof proof, byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return proof.Fits(new ProvenRequest(context.Request.Method, Target(context), name => Header(context, name)), key);
    }

    // A proxy may have sent the whole address.
    private static string Target(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return raw.StartsWith('/') ? raw : Uri.TryCreate(raw, UriKind.Absolute, out var address) ? address.PathAndQuery : raw;
    }

    private static string? Header(HttpContext context, string name) => context.Request.Headers.TryGetValue(name, out var values) ? string.Join(", ", values.AsEnumerable()) : null;
}
