using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

[Collection<PostgresCollection>]
public sealed class PostgresPlanTests(PostgresFixture postgres) : PlanConformance
{
    private string? _address;

    [Fact]
    public async Task A_claim_is_not_compiled()
    {
        var parameters = Queue.Claims.Parameters(await Queue.WorkerAsync());
        var (costly, statement) = ("SET LOCAL jit_above_cost = 0; " + Queue.Database.OrderedByIndex, Explain + Queue.Claims.Statement);
        Assert.DoesNotContain("JIT:", await AnswerAsync(costly + statement, parameters));
        Assert.Contains("JIT:", await AnswerAsync(costly + "SET LOCAL jit = on; " + statement, parameters));
    }

    private protected override string Sorting => "Sort Key: b\\.";

    private protected override string Explain => "EXPLAIN ";

    private protected override Database Open() => DatabaseFactory.Open(_address ??= postgres.Cluster.CreateDatabase(), "/nowhere");
}
