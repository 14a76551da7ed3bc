using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Accounts of an organisation.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/users").Needs(Scope.OrganisationAdmin);
        group.MapGet("/", ListAsync).WithName("ListUsers");
        group.MapPost("/", CreateAsync).WithName("CreateUser");
        group.MapPatch("/{id:guid}", ChangeAsync).WithName("ChangeUser");
    }

    private static async Task<IReadOnlyList<UserDescription>> ListAsync(HttpContext context, UserStore users, int? offset, int? limit)
    {
        var page = Paging.OfArray(offset, limit);
        return page.Cut(context, (await users.ListAsync(context.Caller().Organisation, page, context.RequestAborted)).Select(u => u.Describe()));
    }

    private static async Task<IResult> CreateAsync(NewUser request, HttpContext context, Database database, UserStore users, AccountPasswords passwords, AuditTrail audit, TimeProvider time)
    {
        var caller = context.Caller();
        var user = new UserRow(
            Guid.CreateVersion7().ToString(),
            caller.Organisation,
            EmailAddresses.Check(request.Email),
            NameRules.Check(request.Name, "name"),
            RoleOf(request.Role).ToString(),
            passwords.Hash(request.Password),
            time.GetUtcNow().ToUnixTimeMilliseconds(),
            null);
        await database.WriteAsync(async (connection, transaction) =>
        {
            await users.CreateAsync(connection, transaction, user);
            await audit.WriteAsync(connection, transaction, caller, "user.create", user.Id, new { user.Email, user.Role });
        });
        return Results.Created($"/api/v1/users/{user.Id}", user.Describe());
    }

    private static async Task<IResult> ChangeAsync(Guid id, UserChange change, HttpContext context, Database database, UserStore users, AccountPasswords passwords, AuditTrail audit)
    {
        var caller = context.Caller();
        var name = change.Name is null ? null : NameRules.Check(change.Name, "name");
        Role? role = change.Role is null ? null : RoleOf(change.Role);
        var hash = change.Password is null ? null : passwords.Hash(change.Password);
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await users.ChangeAsync(connection, transaction, caller.Organisation, id.ToString(), name, role, hash, change.Disabled))
                throw new ProblemException(ServiceProblems.NotFound.At("id", $"There is no user {id}."));
            await audit.WriteAsync(connection, transaction, caller, "user.change", id.ToString(), new { change.Role, change.Disabled, password = hash is not null });
        });
        database.Signals.Publish(TokenStore.Topic);
        return Results.NoContent();
    }

    private static Role RoleOf(string text) => EnumText.TryParse<Role>(text, out var role)
        ? role
        : throw new ProblemException(ServiceProblems.Invalid.At("role", $"The roles are {string.Join(", ", Enum.GetNames<Role>())}."));
}
