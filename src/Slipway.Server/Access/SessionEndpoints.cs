using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Access;
using Slipway.Server.Limits;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Logging in and out.</summary>
internal static class SessionEndpoints
{
    // A limit, because each login costs the time of a password hash.
    private const int LoginsPerMinute = 30;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/sessions", LogInAsync).LimitPerAddress(LoginsPerMinute).WithName("LogIn");
        routes.MapDelete("/api/v1/sessions/current", LogOutAsync).Needs(Scope.BuildsRead).WithName("LogOut");
    }

    private static async Task<LoginSession> LogInAsync(
        SessionRequest request, HttpContext context, Database database, LoginThrottle gate, LoginVerifier logins, AccountPasswords passwords, TokenStore tokens, AuditTrail audit, TimeProvider time)
    {
        if (!AccountPasswords.CanBe(request.Password))
            throw LoginVerifier.Refused();
        var attempt = await gate.EnterAsync(context, EmailAddresses.Normalise(request.Email));
        var (user, check) = await logins.RequireAsync(request, context.RequestAborted);
        var scopes = RoleScopes.Of(EnumText.Parse<Role>(user.Role));
        var renewed = check == PasswordCheck.Outdated ? passwords.Hash(request.Password) : null;
        var token = await database.WriteAsync(async (connection, transaction) =>
        {
            await gate.SucceedAsync(connection, transaction, attempt);
            if (renewed is not null)
                await LoginVerifier.RenewAsync(connection, transaction, user, renewed);
            var (id, text) = await tokens.CreateAsync(connection, transaction, new NewToken(user.OrganisationId, user.Id, "Session", scopes, Lifetime));
            var caller = new Caller(id, user.OrganisationId, user.Id, scopes.ToHashSet(StringComparer.Ordinal), context.Connection.RemoteIpAddress?.ToString() ?? "");
            await audit.WriteAsync(connection, transaction, caller, "session.create", id);
            return text;
        });
        return new LoginSession(token, time.GetUtcNow() + Lifetime, user.Describe());
    }

    private static async Task<IResult> LogOutAsync(HttpContext context, Database database, TokenStore tokens, AuditTrail audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            await tokens.ExpireAsync(connection, transaction, caller.TokenId);
            await audit.WriteAsync(connection, transaction, caller, "session.end", caller.TokenId);
        });
        database.Signals.Publish(TokenStore.Topic);
        return Results.NoContent();
    }
}
