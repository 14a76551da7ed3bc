using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>
/// The database of the service. The SQL is the same for PostgreSQL and SQLite, except for the members of this class. Whole
/// numbers, flags and times are BIGINT; times are milliseconds since 1970 by the database's own clock, so that servers need not
/// agree on theirs.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    // In seconds; long, because another server may be migrating large tables.
    private const int Patience = 600;
    private const int Attempts = 8;
    private const int AttemptsAtStart = 2;

    // SQLite itself waits half a minute for a file that another process has locked.
    private static readonly TimeSpan LongestConflict = TimeSpan.FromSeconds(20);

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>The problem that made the last write fail; null if it succeeded or if another try may succeed.</summary>
    public Problem? WriteFault { get; private set; }

    /// <summary>An SQL expression: now, in milliseconds since 1970.</summary>
    public abstract string Now { get; }

    /// <summary>The end of a SELECT that locks its rows and skips rows that another transaction has locked.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// The start of a statement, within a transaction, whose order must come from an index. Statistics lag behind a queue that
    /// fills and empties by the minute, and would make the planner sort all of it.
    /// </summary>
    public abstract string OrderedByIndex { get; }

    /// <summary>The SQL type of a column of bytes.</summary>
    public abstract string BytesType { get; }

    /// <summary>Wakes up everybody who waits for a topic, in this and all other servers of the database.</summary>
    public abstract SignalBus Signals { get; }

    /// <summary>Returns an SQL condition: the column is in a list, which is a parameter made by <see cref="List"/>.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>Returns a list as a parameter for <see cref="In"/>.</summary>
    public abstract object List(IReadOnlyCollection<string> values);

    /// <summary>Returns whether a failure means that the database is temporarily unreachable or busy.</summary>
    public abstract bool IsUnavailable(Exception failure);

    /// <summary>Returns the problem of the database behind a failure, for the operator; null if the database did not cause it.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="where">The name of the database in the problem.</param>
    public abstract Problem? Describe(Exception failure, string where);

    /// <summary>Returns the problem that keeps the service from using a database that answers; null if there is none.</summary>
    public abstract Task<Problem?> ExamineAsync(DbConnection connection, string where, CancellationToken cancellation);

    /// <summary>Returns the problem that keeps the service from creating tables; null if there is none.</summary>
    public abstract Task<Problem?> ExamineRightsAsync(DbConnection connection, string where, CancellationToken cancellation);

    /// <summary>Returns whether a table exists.</summary>
    public abstract Task<bool> HasTableAsync(DbConnection connection, DbTransaction? transaction, string name);

    /// <summary>Returns whether a failure is the violation of a unique constraint.</summary>
    public abstract bool IsDuplicate(Exception failure);

    /// <summary>Runs SQL that only reads.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        return await work(connection);
    }

    /// <summary>Runs SQL in a transaction, and repeats it after a conflict with another transaction; so it must be repeatable.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellation = default) => RepeatAsync(Attempts, work, cancellation);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation = default) => WriteAsync(
        async (connection, transaction) =>
        {
            await work(connection, transaction);
            return true;
        },
        cancellation);

    /// <summary>
    /// Runs work such as a migration in one process at a time. The lock belongs to the transaction, because behind a pooler the
    /// next statement outside a transaction may run in another session.
    /// </summary>
    public Task<T> WriteAloneAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellation) => RepeatAsync(
        AttemptsAtStart,
        async (connection, transaction) =>
        {
            await SerialiseAsync(connection, transaction, "start", Patience);
            return await work(connection, transaction);
        },
        cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Takes a named lock until the end of the transaction.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="name">The name.</param>
    /// <param name="seconds">The timeout in seconds; null for that of other statements.</param>
    public abstract Task SerialiseAsync(DbConnection connection, DbTransaction transaction, string name, int? seconds = null);

    /// <summary>Opens a connection.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction that writes.</summary>
    protected abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Waits until this process may begin a transaction that writes; disposing the result lets the next one begin.</summary>
    protected abstract ValueTask<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellation);

    /// <summary>Returns whether the transaction was rolled back only because of a conflict with another one.</summary>
    protected abstract bool IsConflict(DbException failure);

    private async Task<T> RepeatAsync<T>(int attempts, Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var turn = await TakeTurnAsync(cancellation);
                await using var connection = await OpenAsync(cancellation);
                await using var transaction = await BeginAsync(connection, cancellation);
                var result = await work(connection, transaction);
                await transaction.CommitAsync(CancellationToken.None);
                WriteFault = null;
                return result;
            }
            catch (DbException e) when (attempt < attempts && Stopwatch.GetElapsedTime(began) < LongestConflict && IsConflict(e))
            {
                await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellation);
            }
            catch (DbException e) when (Describe(e, "database") is { Blame: not Blame.Network } fault)
            {
                WriteFault = fault;
                throw;
            }
        }
    }
}
