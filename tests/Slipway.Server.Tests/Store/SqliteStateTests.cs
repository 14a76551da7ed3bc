using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Slipway.Server.Health;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

/// <summary>States of SQLite's file, made by SQLite itself.</summary>
public sealed class SqliteStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PRAGMA query_only = 1", "INSERT INTO t VALUES (1)", "SLW-DBS-50002")]
    [InlineData("PRAGMA max_page_count = 1", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) INSERT INTO t SELECT i FROM n", "SLW-SRV-50701")]
    public async Task Results_of_SQLite_become_states(string limit, string sql, string code)
    {
        await using var database = new SqliteDatabase(_folder["x.db"]);
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("CREATE TABLE t (i INTEGER)", transaction: transaction), Cancellation);
        await using var other = new SqliteConnection($"Data Source={_folder["x.db"]};Pooling=false");
        await other.OpenAsync(Cancellation);
        await other.ExecuteAsync(limit);
        var failure = await Assert.ThrowsAsync<SqliteException>(() => other.ExecuteAsync(sql));
        Assert.Equal(code, database.Describe(failure, "database")?.Code);
    }

    [Fact]
    public async Task A_file_that_another_process_holds_is_told_as_such()
    {
        var path = _folder["x.db"];
        await using var database = new SqliteDatabase(path);
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("CREATE TABLE t (i INTEGER)", transaction: transaction), Cancellation);
        var start = new ProcessStartInfo("python3", ["-c", "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1], isolation_level=None)\nc.execute('BEGIN IMMEDIATE')\nprint('held', flush=True)\nsys.stdin.read()", path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var holder = Process.Start(start)!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(Cancellation));
        await using var other = new SqliteConnection($"Data Source={path};Pooling=false;Default Timeout=1");
        var failure = await Assert.ThrowsAsync<SqliteException>(() => other.ExecuteAsync("INSERT INTO t VALUES (1)"));
        Assert.Equal("SLW-DBS-50004", database.Describe(failure, "database")?.Code);
        holder.StandardInput.Close();
        await holder.WaitForExitAsync(Cancellation);
        await other.ExecuteAsync("INSERT INTO t VALUES (1)");
    }

    [Fact]
    public async Task What_keeps_writes_from_succeeding_is_told_by_health_until_one_succeeds()
    {
        // Without a service around it, which writes by itself.
        await using var database = new SqliteDatabase(_folder["x.db"]);
        await Migrator.MigrateAsync(database, Cancellation);
        var health = new DatabaseCheck(database);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckAsync(Cancellation)).Status);
        await Assert.ThrowsAsync<SqliteException>(() => database.WriteAsync((connection, transaction) => connection.ExecuteAsync("PRAGMA query_only = 1; CREATE TABLE x (i INTEGER)", transaction: transaction), Cancellation));
        SqliteConnection.ClearAllPools();
        var part = await health.CheckAsync(Cancellation);
        Assert.Equal((HealthStatus.Unhealthy, "SLW-DBS-50002"), (part.Status, part.Code));
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("CREATE TABLE x (i INTEGER)", transaction: transaction), Cancellation);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckAsync(Cancellation)).Status);
    }
}
