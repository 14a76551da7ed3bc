using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Npgsql;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>PostgreSQL, for any number of servers.</summary>
internal sealed class PostgresDatabase : Database
{
    // An arbitrary number that all servers share: "slipway" in ASCII.
    private const long LockNumber = 0x736C6970776179;

    private readonly NpgsqlMultiHostDataSource? _hosts;
    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(PostgresAddress address)
    {
        // Traces and metrics show this name; without it, they show the address.
        var builder = new NpgsqlDataSourceBuilder(address.Connection) { Name = "slipway" };
        if (address.HasSeveralHosts)
            _source = (_hosts = builder.BuildMultiHost()).WithTargetSession(TargetSessionAttributes.ReadWrite);
        else
            _source = builder.Build();
        Signals = new PostgresSignals(_source);
    }

    public override string Now => "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    // A disabled plan that is still used costs 1e10, which exceeds jit_above_cost: every statement would be compiled, 0.2 s of work for 1 ms.
    public override string OrderedByIndex => "SET LOCAL jit = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_seqscan = off;";

    public override string BytesType => "BYTEA";

    public override SignalBus Signals { get; }

    public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object List(IReadOnlyCollection<string> values) => values.ToArray();

    // Classes of SQLSTATE: 08 connection, 53 resources, 57P shutdown and start-up; 40 rolled back.
    public override bool IsUnavailable(Exception failure) => failure switch
    {
        PostgresException e => IsPassing(e) || e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true,
        SocketException => true,
        _ => false,
    };

    /// <summary>Returns whether PostgreSQL says that another try may succeed.</summary>
    public static bool IsPassing(PostgresException failure) =>
        failure.SqlState.StartsWith("08", StringComparison.Ordinal) || failure.SqlState.StartsWith("53", StringComparison.Ordinal) || failure.SqlState.StartsWith("57P", StringComparison.Ordinal);

    public override Problem? Describe(Exception failure, string where) => PostgresFaults.Describe(failure, where);

    public override async Task<Problem?> ExamineAsync(DbConnection connection, string where, CancellationToken cancellation) => (await StateAsync(connection, cancellation)).Fault(where);

    public override async Task<Problem?> ExamineRightsAsync(DbConnection connection, string where, CancellationToken cancellation) => (await StateAsync(connection, cancellation)).MigrationFault(where);

    public override async Task<bool> HasTableAsync(DbConnection connection, DbTransaction? transaction, string name) =>
        await connection.ExecuteScalarAsync<bool>("SELECT to_regclass(@name) IS NOT NULL", new { name }, transaction);

    public override bool IsDuplicate(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public override Task SerialiseAsync(DbConnection connection, DbTransaction transaction, string name, int? seconds = null) =>
        connection.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, @LockNumber))", new { name, LockNumber }, transaction, commandTimeout: seconds);

    public override async ValueTask DisposeAsync()
    {
        await Signals.DisposeAsync();
        await _source.DisposeAsync();
        if (_hosts is not null)
            await _hosts.DisposeAsync();
    }

    protected override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation) => connection.BeginTransactionAsync(cancellation);

    protected override ValueTask<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellation) => ValueTask.FromResult<IAsyncDisposable?>(null);

    protected override bool IsConflict(DbException failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    private static Task<PostgresState> StateAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleAsync<PostgresState>(new CommandDefinition(PostgresState.Query, cancellationToken: cancellation));
}
