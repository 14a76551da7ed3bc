using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Vault;

[Collection<PostgresCollection>]
public sealed class PostgresSecretVaultTests(PostgresFixture postgres) : SecretVaultConformance
{
    private protected override string? Address() => postgres.Cluster.CreateDatabase();
}
