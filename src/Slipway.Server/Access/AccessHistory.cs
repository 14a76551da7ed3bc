using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Deletes old tokens, links, failed logins and entries of the audit trail once their retention is over.</summary>
internal sealed class AccessHistory(Database database, ServerOptions options)
{
    private const long Day = 86_400_000;

    // Longer than the lifetime of any link, because a link is checked against the token that it was made with.
    private const int TokenDays = 30;

    /// <summary>Deletes the old rows.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var now = await connection.ExecuteScalarAsync<long>($"SELECT {database.Now}", transaction: transaction);
            await connection.ExecuteAsync("DELETE FROM install_links WHERE expires_at < @before", new { before = now - TokenDays * Day }, transaction);
            await connection.ExecuteAsync(
                """
                DELETE FROM tokens WHERE (expires_at < @before OR revoked_at < @before) AND NOT EXISTS (SELECT 1 FROM workers w WHERE w.token_id = tokens.id)
                """,
                new { before = now - TokenDays * Day },
                transaction);
            await connection.ExecuteAsync("DELETE FROM login_failures WHERE last_at < @before", new { before = now - (long)LoginDelays.Forget.TotalMilliseconds }, transaction);
            await connection.ExecuteAsync("DELETE FROM login_places WHERE seen_at < @before", new { before = now - (long)LoginDelays.Known.TotalMilliseconds }, transaction);
            await connection.ExecuteAsync("DELETE FROM audit WHERE at < @before", new { before = now - options.AuditDays * Day }, transaction);
        },
        cancellation);
}
