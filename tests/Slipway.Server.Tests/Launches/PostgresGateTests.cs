using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Launches;

[Collection<PostgresCollection>]
public sealed class PostgresGateTests(PostgresFixture postgres) : GateConformance
{
    protected override string? NewDatabase() => postgres.Cluster.CreateDatabase();
}
