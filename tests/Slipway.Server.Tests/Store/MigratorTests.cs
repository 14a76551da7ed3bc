using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

public sealed class MigratorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_servers_that_start_at_once_migrate_once()
    {
        using var folder = new TemporaryFolder();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var database = DatabaseFactory.Open(null, folder.Path);
            await Migrator.MigrateAsync(database, Cancellation);
        })));
        await using var result = DatabaseFactory.Open(null, folder.Path);
        Assert.Equal(1, await result.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM schema_versions WHERE version = 1"), Cancellation));
    }

    [Fact]
    public async Task A_schema_of_a_newer_program_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var database = DatabaseFactory.Open(null, folder.Path);
        await Migrator.MigrateAsync(database, Cancellation);
        await database.WriteAsync((c, t) => c.ExecuteAsync("INSERT INTO schema_versions VALUES (9999, 0)", transaction: t), Cancellation);
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => Migrator.MigrateAsync(database, Cancellation));
        Assert.Equal("SLW-SRV-50010", refusal.Problems[0].Code);
    }

    [Theory]
    [InlineData("mysql://host/name")]
    [InlineData("postgres")]
    [InlineData("postgres://host/name?nonsense=1")]
    [InlineData("postgres://host/name?timeout=soon")]
    public void An_address_that_makes_no_sense_is_a_problem(string address)
    {
        var refusal = Assert.Throws<ProblemException>(() => DatabaseFactory.Open(address, "/nowhere"));
        Assert.Equal("SLW-SRV-40010", refusal.Problems[0].Code);
    }
}
