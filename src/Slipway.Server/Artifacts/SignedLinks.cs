using Slipway.Server.Access;

namespace Slipway.Server.Artifacts;

/// <summary>Signed addresses that end with the token that got them: when it is revoked, or the person behind it is disabled.</summary>
internal sealed class SignedLinks(UrlSigner signer, TokenStore tokens)
{
    /// <summary>The query that opens an address.</summary>
    /// <param name="caller">Who gets it.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="what">The purpose, and all that it is bound to.</param>
    public string Sign(Caller caller, TimeSpan lifetime, params ReadOnlySpan<string> what)
    {
        var origin = Text(caller.LinkOrigin);
        var query = signer.Sign(lifetime, [.. what, origin]);
        return origin.Length > 0 ? $"{query}&t={origin}" : query;
    }

    /// <summary>How long an address is still valid; null when it is not, was signed for something else, or its token has ended.</summary>
    public async Task<TimeSpan?> CheckAsync(LinkQuery query, CancellationToken cancellation, params string[] what)
    {
        var origin = query.T ?? "";
        var left = signer.Check(query.E, query.S, [.. what, origin]);
        return left is null || (origin.Length > 0 && !await tokens.StandsAsync(origin, cancellation)) ? null : left;
    }

    private static string Text(Guid origin) => origin == Guid.Empty ? "" : origin.ToString();
}
