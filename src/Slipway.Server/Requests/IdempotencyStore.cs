using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Requests;

/// <summary>
/// Stored answers to requests with an Idempotency-Key. A change that looks up and stores its answer in its own transaction
/// happens exactly once, even if the server dies in between.
/// </summary>
internal sealed class IdempotencyStore(Database database)
{
    /// <summary>The status of a request that has no answer yet.</summary>
    public const int Running = 0;

    // After this time without a renewal, the server that executed the request has died.
    private const int GivenUp = 60_000;
    private const string Own = "organisation_id = @Organisation AND operation = @Operation AND key = @Key";

    // While a request has no answer, the column of the answer contains the id of its claim.
    private const string Claimed = $"{Own} AND status = 0 AND response = @claim";
    private const string Find = $"SELECT body_sha256, status, response FROM idempotent_requests WHERE {Own}";

    /// <summary>Returns the stored answer; null if this is the first request. Another request with the key waits until the transaction ends.</summary>
    /// <exception cref="ProblemException">The key was used for another request.</exception>
    public async Task<IdempotencyRecord?> FindAsync(DbConnection connection, DbTransaction transaction, IdempotencyKey once)
    {
        await database.SerialiseAsync(connection, transaction, $"once:{once.Organisation}:{once.Operation}:{once.Key}");
        return Check(once, await connection.QuerySingleOrDefaultAsync<IdempotencyRecord?>(Find, once, transaction));
    }

    /// <inheritdoc cref="FindAsync(DbConnection, DbTransaction, IdempotencyKey)"/>
    public async Task<IdempotencyRecord?> FindAsync(IdempotencyKey once, CancellationToken cancellation) =>
        Check(once, await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<IdempotencyRecord?>(Find, once), cancellation));

    /// <summary>Stores the answer.</summary>
    public Task RememberAsync(DbConnection connection, DbTransaction transaction, IdempotencyKey once, int status, string response) => connection.ExecuteAsync(
        $"""
        INSERT INTO idempotent_requests (organisation_id, operation, key, body_sha256, status, response, created_at)
        VALUES (@Organisation, @Operation, @Key, @BodySha256, @status, @response, {database.Now})
        """,
        new { once.Organisation, once.Operation, once.Key, once.BodySha256, status = (long)status, response },
        transaction);

    /// <summary>Claims a request; returns the stored answer, which may be <see cref="Running"/>, or null if this is the first request.</summary>
    /// <param name="once">The request.</param>
    /// <param name="claim">Id of the new claim; an earlier claim that has expired loses the request.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The key was used for another request.</exception>
    public Task<IdempotencyRecord?> BeginAsync(IdempotencyKey once, string claim, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync($"DELETE FROM idempotent_requests WHERE {Own} AND status = {Running} AND created_at < {database.Now} - {GivenUp}", once, transaction);
            var before = await FindAsync(connection, transaction, once);
            if (before is null)
                await RememberAsync(connection, transaction, once, Running, claim);
            return before;
        },
        cancellation);

    /// <summary>Renews a claim; returns false if another server has taken the request over.</summary>
    public Task<bool> RenewAsync(IdempotencyKey once, string claim, CancellationToken cancellation) =>
        ChangeAsync($"UPDATE idempotent_requests SET created_at = {database.Now} WHERE {Claimed}", once, claim, Running, "", cancellation);

    /// <summary>Stores the answer of a claimed request; returns false if another server has taken it over.</summary>
    public Task<bool> EndAsync(IdempotencyKey once, string claim, int status, string response) =>
        ChangeAsync($"UPDATE idempotent_requests SET status = @status, response = @response WHERE {Claimed}", once, claim, status, response, CancellationToken.None);

    /// <summary>Deletes a claimed request that failed, so that it can be tried again.</summary>
    public Task ForgetAsync(IdempotencyKey once, string claim) =>
        ChangeAsync($"DELETE FROM idempotent_requests WHERE {Claimed}", once, claim, Running, "", CancellationToken.None);

    private async Task<bool> ChangeAsync(string sql, IdempotencyKey once, string claim, long status, string response, CancellationToken cancellation) => await database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(sql, new { once.Organisation, once.Operation, once.Key, claim, status, response }, transaction), cancellation) > 0;

    private static IdempotencyRecord? Check(IdempotencyKey once, IdempotencyRecord? answer) => answer is null || answer.BodySha256 == once.BodySha256
        ? answer
        : throw new ProblemException(ServiceProblems.IdempotencyMismatch.At(IdempotencyKey.Header, "Another request came with this key before."));
}

/// <summary>The stored answer of the first request.</summary>
internal sealed record IdempotencyRecord(string BodySha256, long Status, string Response);
