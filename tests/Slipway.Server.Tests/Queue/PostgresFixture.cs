
namespace Slipway.Server.Tests.Queue;

/// <summary>One cluster for the tests of a collection, each of which makes a database in it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgresCluster.StartNewAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
