using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Tokens in the database.</summary>
internal sealed class TokenStore(Database database)
{
    /// <summary>The token of a prefix, when it is valid now.</summary>
    public Task<TokenRow?> FindAsync(string prefix, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<TokenRow?>(
            $"""
            SELECT t.id, t.organisation_id, t.user_id, t.secret_hash, t.scopes, o.reads_per_minute, o.creations_per_minute, o.changes_per_minute
            FROM tokens t LEFT JOIN users u ON u.id = t.user_id LEFT JOIN organisations o ON o.id = t.organisation_id
            WHERE t.prefix = @prefix AND t.revoked_at IS NULL AND u.disabled_at IS NULL
              AND (t.expires_at IS NULL OR t.expires_at > {database.Now})
            """,
            new { prefix }),
        cancellation);

    /// <summary>A page of an organisation's tokens, the newest first, and one more.</summary>
    public async Task<IReadOnlyList<TokenDescription>> ListAsync(string organisation, Paging page, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<TokenListRow>(
                "SELECT id, name, prefix, scopes, user_id, created_at, expires_at, revoked_at FROM tokens WHERE organisation_id = @organisation ORDER BY created_at DESC, id DESC LIMIT @Take OFFSET @Offset",
                new { organisation, page.Take, page.Offset }),
            cancellation);
        return [.. rows.Select(row => row.Describe())];
    }

    /// <summary>Makes a token.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="token">What the token is for.</param>
    /// <returns>Its id, and the only copy of its text.</returns>
    public async Task<(string Id, string Text)> CreateAsync(DbConnection connection, DbTransaction transaction, NewToken token)
    {
        var (text, prefix, hash) = TokenText.Create();
        var id = Guid.CreateVersion7().ToString();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO tokens (id, organisation_id, user_id, name, prefix, secret_hash, scopes, created_at, expires_at)
            VALUES (@id, @OrganisationId, @UserId, @Name, @prefix, @hash, @scopes, {database.Now}, {database.Now} + @seconds * 1000)
            """,
            new { id, token.OrganisationId, token.UserId, token.Name, prefix, hash, scopes = string.Join(' ', token.Scopes), seconds = (long?)token.Lifetime?.TotalSeconds },
            transaction);
        return (id, text);
    }

    /// <summary>Ends a token of an organisation; false when there is none of this id.</summary>
    public async Task<bool> RevokeAsync(DbConnection connection, DbTransaction transaction, string organisation, string id) => await connection.ExecuteAsync(
        $"UPDATE tokens SET revoked_at = coalesce(revoked_at, {database.Now}) WHERE id = @id AND organisation_id = @organisation",
        new { id, organisation },
        transaction) > 0;
}
