using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Notes who asks for an id that is not there for them: one such request is a stale link, many are somebody who guesses what
/// others have. Workers are left out: losing a lease is their daily life. A minute of a caller is one entry, with the number of them,
/// so that nobody fills the trail.
/// </summary>
internal sealed class MissedIds(RequestDelegate next, Database database, Audit audit, TimeProvider time)
{
    private const string Action = "id.missed";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ProblemException e) when (e.Problems.Any(p => p.Kind == ServerProblems.NotFound) && IsGuess(context))
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
