using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Builds;
using Slipway.Server.Queue;
using Slipway.Server.Store;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Slipway.Server.Events;

/// <summary>Streams live events of builds: lines of their logs, changes of their status, and their ends.</summary>
internal sealed class BuildEventStream(
    Database database, BuildStore builds, BuildDescriber describer, EventPlaces places, IOptions<JsonOptions> json, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int LinesAtOnce = 500;

    // Polls as well, because a signal can be lost while the connection to the database is broken.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Reserves a place for a stream of events until the request ends. Call it before any change that a refusal should prevent.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">The organisation has reached its number of concurrent streams.</exception>
    public void Reserve(HttpContext context) => context.Response.RegisterForDispose(places.Take(context.Caller().Organisation));

    /// <summary>Starts a stream of events as the answer.</summary>
    public async Task<EventWriter> BeginAsync(HttpContext context)
    {
        var writer = new EventWriter(context.Response, json.Value.SerializerOptions, time);
        await writer.BeginAsync();
        return writer;
    }

    /// <summary>Writes the events of builds until all have ended, the client disconnects, or the server stops.</summary>
    /// <param name="context">The request.</param>
    /// <param name="writer">The answer.</param>
    /// <param name="caller">The caller who follows the builds.</param>
    /// <param name="cursor">The builds, and where the stream continues.</param>
    public async Task FollowAsync(HttpContext context, EventWriter writer, Caller caller, EventCursor cursor)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var open = cursor.Builds.ToList();
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
        using var listener = database.Signals.Listen(open.Select(BuildQueue.TopicOf));
        try
        {
            while (open.Count > 0)
            {
                var signal = listener.Next();
                var more = await TellAsync(writer, caller, cursor, open, statuses, end.Token);
                await writer.FlushAsync();
                if (!more && open.Count > 0)
                    await SignalBus.WaitAsync(signal, Look, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client reconnects to another server and continues after the last event that it received.
        }
    }

    private async Task<bool> TellAsync(
        EventWriter writer, Caller caller, EventCursor cursor, List<string> open, Dictionary<string, string> statuses, CancellationToken cancellation)
    {
        try
        {
            var more = false;
            var news = (await ReadAsync(caller.Organisation, open, cancellation)).ToDictionary(build => build.Key, StringComparer.Ordinal);
            foreach (var build in open.ToList())
            {
                // A build that retention has removed has no more events.
                if (!news.TryGetValue(build, out var now) || await TellAsync(writer, caller, cursor, now, statuses, cancellation))
                    open.Remove(build);
                else
                    more |= cursor[build] < now.MessageCount;
            }

            return more;
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            return false;
        }
    }

    // Returns whether the build has no more events.
    private async Task<bool> TellAsync(
        EventWriter writer, Caller caller, EventCursor cursor, BuildProgressRow now, Dictionary<string, string> statuses, CancellationToken cancellation)
    {
        var key = Guid.Parse(now.Key);
        if (cursor[now.Key] < now.MessageCount)
        {
            var lines = await builds.MessagesAsync(now.Key, cursor[now.Key], LinesAtOnce, cancellation);
            foreach (var line in lines)
            {
                cursor[now.Key] = line.Seq;
                await writer.WriteAsync("message", line.Describe(key), cursor.ToString());
            }

            if (lines.Count == 0)
                cursor[now.Key] = now.MessageCount;
        }

        if (statuses.GetValueOrDefault(now.Key) != now.Status)
        {
            statuses[now.Key] = now.Status;
            await writer.WriteAsync("status", new StatusChange(key, EnumText.Parse<BuildStatus>(now.Status)), cursor.ToString());
        }

        if (now.FinishedAt is null || cursor[now.Key] < now.MessageCount)
            return false;
        if (await builds.FindAsync(caller.Organisation, now.Key, cancellation) is { } row)
            await writer.WriteAsync("end", (await describer.DescribeAsync([row], caller, cancellation))[0], cursor.ToString());
        return true;
    }

    private Task<IEnumerable<BuildProgressRow>> ReadAsync(string organisation, List<string> open, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<BuildProgressRow>(
            $"SELECT key, status, message_count, finished_at FROM builds WHERE organisation_id = @organisation AND {database.In("key", "@keys")}",
            new { organisation, keys = database.List(open) }),
        cancellation);
}

/// <summary>The current state of a build, for its followers.</summary>
internal sealed record BuildProgressRow(string Key, string Status, long MessageCount, long? FinishedAt);
