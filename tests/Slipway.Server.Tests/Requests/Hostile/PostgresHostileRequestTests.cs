using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Requests.Hostile;

[Collection<PostgresCollection>]
public sealed class PostgresHostileRequestTests(PostgresFixture postgres) : HostileRequestConformance
{
    protected override string? Database => postgres.Cluster.CreateDatabase();
}
