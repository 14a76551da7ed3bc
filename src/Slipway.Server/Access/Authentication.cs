using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;

namespace Slipway.Server.Access;

/// <summary>
/// Authenticates the caller and checks the scope that the route needs. A route that needs no scope is open to everybody. A
/// long-running request is aborted when its token is revoked or expires.
/// </summary>
internal sealed class Authentication(RequestDelegate next, TokenStore tokens, InvalidTokenLimiter refused, OpenRequests open)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is { } needed)
        {
            var caller = await IdentifyAsync(context) ?? throw Refuse(context);
            if (!caller.Scopes.Contains(needed.Scope))
                throw new ProblemException(ServiceProblems.ScopeMissing.At("Authorization", $"The token lacks the scope {needed.Scope}."));
            context.Features.Set(caller);
            await open.RunAsync(context, caller.TokenId, needed.Scope, next);
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<TakesScope>() is { } welcome && context.Request.Headers.Authorization.Count > 0)
        {
            var caller = await IdentifyAsync(context) ?? throw Refuse(context);
            if (caller.Scopes.Contains(welcome.Scope))
                context.Features.Set(caller);
            await open.RunAsync(context, caller.TokenId, null, next);
        }
        else
        {
            await next(context);
        }
    }

    private async Task<Caller?> IdentifyAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || AccessToken.Parse(header[Bearer.Length..].Trim()) is not var (prefix, hash))
            return null;
        var row = await tokens.FindAsync(prefix, context.RequestAborted);
        if (row is null || !CryptographicOperations.FixedTimeEquals(row.SecretHash, hash))
            return null;
        return new Caller(row.Id, row.OrganisationId, row.UserId, row.ScopesNow(), context.Connection.RemoteIpAddress?.ToString() ?? "")
        {
            Owner = row.Owner,
            Limits = row.ReadsPerMinute is { } reads ? new RequestLimits(reads, row.CreationsPerMinute ?? reads, row.ChangesPerMinute ?? reads) : null,
        };
    }

    private ProblemException Refuse(HttpContext context)
    {
        refused.Count(context);
        return new HttpProblemException(ServiceProblems.TokenMissing.At("Authorization", "The request has no valid token."), (HeaderNames.WWWAuthenticate, "Bearer"));
    }
}
