using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Environments;

[Collection<PostgresCollection>]
public sealed class PostgresEnrolmentTests(PostgresFixture postgres) : EnrolmentConformance
{
    protected override string? NewDatabase() => postgres.Cluster.CreateDatabase();
}
