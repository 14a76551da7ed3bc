using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace Slipway.Server.Store;

/// <summary>PostgreSQL, for any number of servers.</summary>
internal sealed class PostgresDatabase : Database
{
    // Any number, as long as all servers mean the same by it: "slipway" in ASCII.
    private const long LockNumber = 0x736C6970776179;

    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(string connection)
    {
        _source = new NpgsqlDataSourceBuilder(connection).Build();
        Signals = new PostgresSignals(_source);
    }

    public override string Now => "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    // What is switched off costs 1e10 where nothing else is left, which has every statement compiled (jit_above_cost): 0.2 s of work for one of 1 ms.
    public override string OrderedByIndex => "SET LOCAL jit = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off;";

    public override string BytesType => "BYTEA";

    public override Signals Signals { get; }

    public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object List(IReadOnlyCollection<string> values) => values.ToArray();

    // Classes of SQLSTATE: 08 connection, 53 resources, 57P shutdown and start-up; 40 rolled back.
    public override bool IsUnavailable(Exception failure) => failure switch
    {
        PostgresException e => e.SqlState.StartsWith("08", StringComparison.Ordinal) || e.SqlState.StartsWith("53", StringComparison.Ordinal) || e.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException => true,
        SocketException => true,
        _ => false,
    };

    public override bool IsFull(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    public override bool IsDuplicate(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public override async ValueTask<IAsyncDisposable> LockAsync(DbConnection connection, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@LockNumber)", new { LockNumber }, cancellationToken: cancellation));
        return new Unlock(connection);
    }

    public override Task SerialiseAsync(DbConnection connection, DbTransaction transaction, string name) =>
        connection.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, @LockNumber))", new { name, LockNumber }, transaction);

    public override async ValueTask DisposeAsync()
    {
        await Signals.DisposeAsync();
        await _source.DisposeAsync();
    }

    protected override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) => connection.BeginTransactionAsync(cancellation);

    protected override ValueTask<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellation) => ValueTask.FromResult<IAsyncDisposable?>(null);

    protected override bool IsConflict(DbException failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    private sealed class Unlock(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await connection.ExecuteAsync("SELECT pg_advisory_unlock(@LockNumber)", new { LockNumber });
    }
}
