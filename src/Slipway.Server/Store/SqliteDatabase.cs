using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>SQLite with a write-ahead log: needs no installation, and supports one server.</summary>
/// <param name="path">The file; created if it does not exist.</param>
internal sealed class SqliteDatabase(string path) : Database
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    private readonly SemaphoreSlim _writing = new(1);
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, ForeignKeys = true, Pooling = true }.ToString();

    /// <summary>The file.</summary>
    public string Path => path;

    public override string Now => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    // BEGIN IMMEDIATE lets one transaction write at a time.
    public override string SkipLocked => "";

    // Empty, because SQLite's planner uses the index by itself; a test checks this.
    public override string OrderedByIndex => "";

    public override string BytesType => "BLOB";

    public override SignalBus Signals { get; } = new();

    public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override object List(IReadOnlyCollection<string> values) => JsonSerializer.Serialize(values);

    public override bool IsUnavailable(Exception failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked };

    public override Problem? Describe(Exception failure, string where) => SqliteFaults.Describe(failure, where);

    public override Task<Problem?> ExamineAsync(DbConnection connection, string where, CancellationToken cancellation) => Task.FromResult<Problem?>(null);

    public override Task<Problem?> ExamineRightsAsync(DbConnection connection, string where, CancellationToken cancellation) => Task.FromResult<Problem?>(null);

    public override async Task<bool> HasTableAsync(DbConnection connection, DbTransaction? transaction, string name) =>
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name", new { name }, transaction) > 0;

    public override bool IsDuplicate(Exception failure) => failure is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
        return connection;
    }

    // Nothing to do, because BEGIN IMMEDIATE already excludes other writers.
    public override Task SerialiseAsync(DbConnection connection, DbTransaction transaction, string name, int? seconds = null) => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation)
    {
        await Task.CompletedTask;
        return ((SqliteConnection)connection).BeginTransaction(deferred: false);
    }

    // SQLite allows one writer at a time and makes the others poll after a pause, so that one of them may starve. Therefore the writers of
    // this process wait in a queue of their own.
    protected override async ValueTask<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        return new Turn(_writing);
    }

    protected override bool IsConflict(DbException failure) => IsUnavailable(failure);

    private sealed class Turn(SemaphoreSlim writing) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            writing.Release();
            return ValueTask.CompletedTask;
        }
    }
}
