using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>SQLite with a write-ahead log: nothing to install, for one server.</summary>
/// <param name="path">The file; made when it is not there.</param>
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

    // The planner takes the index of its own accord: a test looks.
    public override string OrderedByIndex => "";

    public override string BytesType => "BLOB";

    public override Signals Signals { get; } = new();

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

    // BEGIN IMMEDIATE has done it.
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

    // One writes at a time anyway. In a line of their own those of this process lose no time: SQLite has whoever meets another look
    // again after a pause, so that somebody may wait for ever.
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
