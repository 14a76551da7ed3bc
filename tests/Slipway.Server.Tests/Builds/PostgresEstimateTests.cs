using Slipway.Server.Store;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Builds;

[Collection<PostgresCollection>]
public sealed class PostgresEstimateTests(PostgresFixture postgres) : EstimateConformance
{
    private string? _address;

    private protected override Database Open() => DatabaseFactory.Open(_address ??= postgres.Cluster.CreateDatabase(), "/nowhere");
}
