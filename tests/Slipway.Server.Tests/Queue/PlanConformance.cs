using Dapper;

namespace Slipway.Server.Tests.Queue;

/// <summary>A claim costs the same however many builds wait: an index leads to the build, even when statistics know nothing of them.</summary>
public abstract class PlanConformance : DatabaseConformance
{
    [Fact]
    public async Task A_claim_is_led_by_the_index_of_those_that_wait()
    {
        await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"), 2_000);
        var plan = await ExplainAsync(Queue.Claims.Statement, Queue.Claims.Parameters(await Queue.WorkerAsync()));
        Assert.Contains("builds_waiting", plan);
        Assert.DoesNotMatch(Sorting, plan);
    }

    [Fact]
    public async Task A_plan_that_sorts_would_be_seen()
    {
        await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"), 2_000);
        var statement = Queue.Claims.Statement.Replace("ORDER BY b.turn, b.key", "ORDER BY b.requested_by, b.key", StringComparison.Ordinal);
        Assert.Matches(Sorting, await ExplainAsync(statement, Queue.Claims.Parameters(await Queue.WorkerAsync())));
    }

    /// <summary>What a plan says where it sorts.</summary>
    private protected abstract string Sorting { get; }

    private protected abstract string Explain { get; }

    private Task<string> ExplainAsync(string statement, object parameters) => AnswerAsync(Queue.Database.OrderedByIndex + Explain + statement, parameters);

    private protected Task<string> AnswerAsync(string statement, object parameters) => Queue.Database.WriteAsync(
        async (c, t) =>
        {
            var rows = await c.QueryAsync(statement, parameters, t);
            return string.Join('\n', rows.Select(row => string.Join(' ', ((IDictionary<string, object>)row).Values)));
        },
        Cancellation);
}
