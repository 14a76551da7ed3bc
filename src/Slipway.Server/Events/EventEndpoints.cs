using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Builds;
using Slipway.Server.Limits;

namespace Slipway.Server.Events;

/// <summary>Live logs.</summary>
internal static class EventEndpoints
{
    private const int MostBuilds = 20;

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/builds/{key:guid}/events", (HttpContext context, Guid key, BuildStore store, BuildEventStream events) => FollowAsync(context, [key], store, events))
            .Needs(Scope.BuildsRead).WithSummary("Follows a build by server-sent events.");
        routes.MapGet("/api/v1/builds/events", (HttpContext context, Guid[] key, BuildStore store, BuildEventStream events) => FollowAsync(context, key, store, events))
            .Needs(Scope.BuildsRead).WithSummary("Follows several builds by server-sent events.");
    }

    private static async Task FollowAsync(HttpContext context, Guid[] keys, BuildStore store, BuildEventStream events)
    {
        if (keys.Length is 0 or > MostBuilds || keys.Distinct().Count() != keys.Length)
            throw new ProblemException(ServiceProblems.Invalid.At("key", $"1 to {MostBuilds} builds can be followed at once, each once."));
        foreach (var key in keys)
            await store.RequireAsync(context, key);
        var cursor = EventCursor.Parse(keys.Select(key => key.ToString()), context.Request.Headers["Last-Event-ID"]);
        events.Reserve(context);
        await events.FollowAsync(context, await events.BeginAsync(context), context.Caller(), cursor);
    }
}

/// <summary>
/// Limits the concurrent streams of each organisation. A stream stays open while its builds wait, and one organisation must not
/// use up the connections of all others.
/// </summary>
internal sealed class EventPlaces
{
    /// <summary>Maximum number of streams of an organisation in one server process.</summary>
    public const int Most = 256;

    private readonly KeyedPlaces _places = new(Most);

    /// <summary>Takes a place; disposing the result frees it.</summary>
    /// <exception cref="ProblemException">The organisation has all of its places.</exception>
    public IDisposable Take(string organisation) =>
        _places.TryTake(organisation) ??
        throw new ProblemException(ServiceProblems.RateLimited.At("request", $"The organisation follows {Most} streams of events at once.", "End some of them, or poll the status of builds instead."));
}
