using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

[Collection<PostgresCollection>]
public sealed class PostgresQueueTests(PostgresFixture postgres) : QueueConformance
{
    private string? _address;

    private protected override Database Open() => DatabaseFactory.Open(_address ??= postgres.Cluster.CreateDatabase(), "/nowhere");
}
