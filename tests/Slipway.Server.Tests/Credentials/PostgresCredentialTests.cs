using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Credentials;

[Collection<PostgresCollection>]
public sealed class PostgresCredentialTests(PostgresFixture postgres) : CredentialConformance
{
    private protected override string? Address() => postgres.Cluster.CreateDatabase();
}
