using Slipway.Server.Store;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Access;

[Collection<PostgresCollection>]
public sealed class PostgresAccessTests(PostgresFixture postgres) : AccessConformance
{
    private string? _address;

    private protected override Database Open() => DatabaseFactory.Open(_address ??= postgres.Cluster.CreateDatabase(), "/nowhere");
}
