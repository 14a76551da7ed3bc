using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>
/// The database of the service. Its SQL is the same for both kinds but for what is a member here. Whole numbers, flags and
/// times are BIGINT; times are milliseconds since 1970 by the database's own clock, so that servers need not agree on theirs.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    // Seconds: another server may be changing large tables.
    private const int Patience = 600;
    private const int Attempts = 8;
    private const int AttemptsAtStart = 2;

    // SQLite itself waits for half a minute for a file that somebody else holds.
    private static readonly TimeSpan LongestConflict = TimeSpan.FromSeconds(20);

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>The state that made the last write fail; null when it succeeded, or when its failure may pass by itself.</summary>
    public Problem? WriteFault { get; private set; }

    /// <summary>An SQL expression: now, in milliseconds since 1970.</summary>
    public abstract string Now { get; }

    /// <summary>Ends a SELECT whose rows the transaction takes for itself, leaving out those that another has taken.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// Begins a statement, within a transaction, whose order an index has to serve: statistics lag behind a queue that fills
    /// and empties by the minute, and make a planner sort all of it.
    /// </summary>
    public abstract string OrderedByIndex { get; }

    /// <summary>The type of a column of bytes.</summary>
    public abstract string BytesType { get; }

    /// <summary>Wakes up who waits for a topic, in this and all other servers of the database.</summary>
    public abstract Signals Signals { get; }

    /// <summary>An SQL condition: the column is one of a list that <see cref="List"/> made a parameter of.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>A list as a parameter for <see cref="In"/>.</summary>
    public abstract object List(IReadOnlyCollection<string> values);

    /// <summary>Is the database out of reach or busy for the moment?</summary>
    public abstract bool IsUnavailable(Exception failure);

    /// <summary>The state of the database behind a failure, for whoever runs the service; null when it is none of the database's.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="where">What the database is called there.</param>
    public abstract Problem? Describe(Exception failure, string where);

    /// <summary>What keeps the service from working with the database, although it answers; null when nothing does.</summary>
    public abstract Task<Problem?> ExamineAsync(DbConnection connection, string where, CancellationToken cancellation);

    /// <summary>What keeps the service from making tables; null when nothing does.</summary>
    public abstract Task<Problem?> ExamineRightsAsync(DbConnection connection, string where, CancellationToken cancellation);

    /// <summary>Is there a table of this name?</summary>
    public abstract Task<bool> HasTableAsync(DbConnection connection, DbTransaction? transaction, string name);

    /// <summary>Is this the violation of a unique constraint?</summary>
    public abstract bool IsDuplicate(Exception failure);

    /// <summary>Runs SQL that only reads.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        await using var connection = await OpenAsync(cancellation);
        return await work(connection);
    }

    /// <summary>Runs SQL in a transaction, again when another transaction was in its way; so it must be repeatable.</summary>
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
    /// Does what has to be done once, such as a migration, one process at a time. The lock is the transaction's: behind a pooler the next
    /// statement outside of one may be another session's.
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

    /// <summary>Lets one transaction at a time do what has a name, until it ends.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="name">The name.</param>
    /// <param name="seconds">How long to wait; null for as long as any statement may take.</param>
    public abstract Task SerialiseAsync(DbConnection connection, DbTransaction transaction, string name, int? seconds = null);

    /// <summary>A connection that is open.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction that writes.</summary>
    protected abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Waits until this process may begin a transaction that writes, and lets the next begin when the result is disposed.</summary>
    protected abstract ValueTask<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellation);

    /// <summary>Was the transaction undone only because another was in its way?</summary>
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
