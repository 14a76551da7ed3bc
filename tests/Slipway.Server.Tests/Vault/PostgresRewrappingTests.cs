using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Vault;

[Collection<PostgresCollection>]
public sealed class PostgresRewrappingTests(PostgresFixture postgres) : RewrappingConformance
{
    private protected override string? Address() => postgres.Cluster.CreateDatabase();
}
