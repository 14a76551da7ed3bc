using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Logging in and out.</summary>
internal static class SessionEndpoints
{
    // Each costs the time of a password's hash.
    private const int LoginsPerMinute = 30;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/sessions", LogInAsync).LimitPerAddress(LoginsPerMinute).WithName("LogIn");
        routes.MapDelete("/api/v1/sessions/current", LogOutAsync).Needs(Scope.BuildsRead).WithName("LogOut");
    }

    private static async Task<Session> LogInAsync(SessionRequest request, HttpContext context, Database database, UserStore users, TokenStore tokens, Passwords passwords, Audit audit, TimeProvider time)
    {
        var user = await users.FindByEmailAsync(EmailText.Normalise(request.Email), context.RequestAborted);
        if (!passwords.Verify(user?.DisabledAt is null ? user?.PasswordHash : null, request.Password))
            throw new ProblemException(ServerProblems.LoginRefused.At("email", "There is no account with this email address and password."));
        var scopes = RoleScopes.Of(Enum.Parse<Role>(user!.Role));
        var token = await database.WriteAsync(async (connection, transaction) =>
        {
            var (id, text) = await tokens.CreateAsync(connection, transaction, new NewToken(user.OrganisationId, user.Id, "Session", scopes, Lifetime));
            var caller = new Caller(id, user.OrganisationId, user.Id, scopes.ToHashSet(StringComparer.Ordinal), context.Connection.RemoteIpAddress?.ToString() ?? "");
            await audit.WriteAsync(connection, transaction, caller, "session.create", id);
            return text;
        });
        return new Session(token, time.GetUtcNow() + Lifetime, user.Describe());
    }

    private static async Task<IResult> LogOutAsync(HttpContext context, Database database, TokenStore tokens, Audit audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            await tokens.RevokeAsync(connection, transaction, caller.Organisation, caller.TokenId);
            await audit.WriteAsync(connection, transaction, caller, "session.end", caller.TokenId);
        });
        return Results.NoContent();
    }
}
