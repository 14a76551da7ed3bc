using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

[Collection<PostgresCollection>]
public sealed class PostgresPlanTests(PostgresFixture postgres) : PlanConformance
{
    private string? _address;

    private protected override string Sorting => "Sort Key: b\\.";

    private protected override string Explain => "EXPLAIN ";

    private protected override Database Open() => Databases.Open(_address ??= postgres.Cluster.CreateDatabase(), "/nowhere");
}
