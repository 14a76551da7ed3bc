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
    private const string Find = "SELECT body_sha256, status, response FROM idempotent_requests WHERE organisation_id = @Organisation AND operation = @Operation AND key = @Key";

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

    private static OnceAnswer? Check(OnceKey once, OnceAnswer? answer) => answer is null || answer.BodySha256 == once.BodySha256
        ? answer
        : throw new ProblemException(ServerProblems.IdempotencyMismatch.At(OnceKey.Header, "Another request came with this key before."));
}
