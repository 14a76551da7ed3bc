using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

/// <summary>Tests that each kind of database has to pass, with a database of its own for each test.</summary>
public abstract class DatabaseConformance : IAsyncLifetime
{
    private readonly List<Database> _databases = [];

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected TestQueue Queue { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Queue = Another();
        await Migrator.MigrateAsync(Queue.Database, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
            await database.DisposeAsync();
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another server's view of the same database.</summary>
    private protected TestQueue Another()
    {
        var database = Open();
        _databases.Add(database);
        return new TestQueue(database);
    }

    private protected abstract Database Open();

    private protected virtual void Close()
    {
    }

    private protected static async Task AssertLostAsync(Func<Task> write)
    {
        var refusal = await Assert.ThrowsAsync<ProblemException>(write);
        Assert.Equal("SLW-SRV-10004", refusal.Problems[0].Code);
    }

    private protected static async Task<List<string>> ClaimAllAsync(TestQueue server)
    {
        var worker = await server.WorkerAsync();
        List<string> keys = [];
        while (await server.ClaimAsync(worker) is { } build)
            keys.Add(build.Key);
        return keys;
    }
}
