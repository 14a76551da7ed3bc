using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Requests;

/// <summary>
/// Answers to requests with an Idempotency-Key. A change that looks for the answer, and remembers its own, in its transaction
/// happens exactly once, also when the server dies in between.
/// </summary>
internal sealed class OnceStore(Database database)
{
    /// <summary>The status of a request that has no answer yet.</summary>
    public const int Running = 0;

    // Whoever carried it out is gone by then.
    private const int GivenUp = 60_000;
    private const string Own = "organisation_id = @Organisation AND operation = @Operation AND key = @Key";
    private const string Find = $"SELECT body_sha256, status, response FROM idempotent_requests WHERE {Own}";

    /// <summary>The answer of the first time; null when this is it. Another request with the key waits until the transaction ends.</summary>
    /// <exception cref="ProblemException">The key was used for another request.</exception>
    public async Task<OnceAnswer?> FindAsync(DbConnection connection, DbTransaction transaction, OnceKey once)
    {
        await database.SerialiseAsync(connection, transaction, $"once:{once.Organisation}:{once.Operation}:{once.Key}");
        return Check(once, await connection.QuerySingleOrDefaultAsync<OnceAnswer?>(Find, once, transaction));
    }

    /// <inheritdoc cref="FindAsync(DbConnection, DbTransaction, OnceKey)"/>
    public async Task<OnceAnswer?> FindAsync(OnceKey once, CancellationToken cancellation) =>
        Check(once, await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<OnceAnswer?>(Find, once), cancellation));

    /// <summary>Remembers the answer.</summary>
    public Task RememberAsync(DbConnection connection, DbTransaction transaction, OnceKey once, int status, string response) => connection.ExecuteAsync(
        $"""
        INSERT INTO idempotent_requests (organisation_id, operation, key, body_sha256, status, response, created_at)
        VALUES (@Organisation, @Operation, @Key, @BodySha256, @status, @response, {database.Now})
        """,
        new { once.Organisation, once.Operation, once.Key, once.BodySha256, status = (long)status, response },
        transaction);

    /// <summary>Begins a request; gives the answer of the first time, which may be <see cref="Running"/>, or null when this is it.</summary>
    /// <exception cref="ProblemException">The key was used for another request.</exception>
    public Task<OnceAnswer?> BeginAsync(OnceKey once, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync($"DELETE FROM idempotent_requests WHERE {Own} AND status = {Running} AND created_at < {database.Now} - {GivenUp}", once, transaction);
            var before = await FindAsync(connection, transaction, once);
            if (before is null)
                await RememberAsync(connection, transaction, once, Running, "");
            return before;
        },
        cancellation);

    /// <summary>Remembers the answer of a request that was begun.</summary>
    public Task EndAsync(OnceKey once, int status, string response) => database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
        $"UPDATE idempotent_requests SET status = @status, response = @response WHERE {Own}", new { once.Organisation, once.Operation, once.Key, status = (long)status, response }, transaction));

    /// <summary>Forgets a request that was begun and failed, so that it can be tried again.</summary>
    public Task ForgetAsync(OnceKey once) => database.WriteAsync((connection, transaction) => connection.ExecuteAsync($"DELETE FROM idempotent_requests WHERE {Own} AND status = {Running}", once, transaction));

    private static OnceAnswer? Check(OnceKey once, OnceAnswer? answer) => answer is null || answer.BodySha256 == once.BodySha256
        ? answer
        : throw new ProblemException(ServerProblems.IdempotencyMismatch.At(OnceKey.Header, "Another request came with this key before."));
}
