using Microsoft.AspNetCore.Mvc;
using Slipway.Server.Access;

namespace Slipway.Server.Artifacts;

/// <summary>Signed addresses that stop working with the token that they were issued to: when it is revoked or the user behind it is disabled.</summary>
internal sealed class SignedLinks(UrlSigner signer, TokenStore tokens)
{
    /// <summary>Returns the query that makes an address valid.</summary>
    /// <param name="caller">The caller that the address is issued to.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="what">The purpose, and everything that the signature covers.</param>
    public string Sign(Caller caller, TimeSpan lifetime, params ReadOnlySpan<string> what)
    {
        var origin = Text(caller.LinkOrigin);
        var query = signer.Sign(lifetime, [.. what, origin]);
        return origin.Length > 0 ? $"{query}&t={origin}" : query;
    }

    /// <summary>Returns how long an address is still valid; null if it has expired, was signed for something else, or its token has ended.</summary>
    public async Task<TimeSpan?> CheckAsync(LinkQuery query, CancellationToken cancellation, params string[] what)
    {
        var origin = query.T ?? "";
        var left = signer.Check(query.E, query.S, [.. what, origin]);
        return left is null || (origin.Length > 0 && !await tokens.StandsAsync(origin, cancellation)) ? null : left;
    }

    private static string Text(Guid origin) => origin == Guid.Empty ? "" : origin.ToString();
}

/// <summary>The query of a signed address.</summary>
/// <param name="E">Expiry in seconds since 1970.</param>
/// <param name="T">Id of the token that the address was issued to; null for none.</param>
/// <param name="S">The signature.</param>
internal readonly record struct LinkQuery([FromQuery(Name = "e")] string? E, [FromQuery(Name = "t")] string? T, [FromQuery(Name = "s")] string? S);
