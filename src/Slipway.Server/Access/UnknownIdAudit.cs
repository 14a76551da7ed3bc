using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Records in the audit trail who asks for ids that do not exist for them: one such request is a stale link, many are an attempt
/// to guess ids of others. Workers are left out, because they lose leases in normal operation. The requests of a caller within a
/// minute share one entry with a count, so that nobody can fill the trail.
/// </summary>
internal sealed class UnknownIdAudit(RequestDelegate next, Database database, AuditTrail audit, TimeProvider time)
{
    private const string Action = "id.missed";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ProblemException e) when (e.Problems.Any(p => p.Kind == ServiceProblems.NotFound) && IsGuess(context))
        {
            await NoteAsync(context);
            throw;
        }
    }

    private static bool IsGuess(HttpContext context) =>
        context.Features.Get<Caller>() is { OrganisationId: not null } caller && !caller.Scopes.Contains(Scope.Worker) && context.Request.RouteValues.Count > 0;

    private Task NoteAsync(HttpContext context) => database.WriteAsync((connection, transaction) => audit.CountAsync(
        connection,
        transaction,
        context.Caller(),
        RequestPartitions.Network(context.Connection.RemoteIpAddress),
        time.GetUtcNow(),
        Action,
        string.Join(' ', context.Request.RouteValues.Values),
        new { context.Request.Method, path = context.Request.Path.Value }));
}
