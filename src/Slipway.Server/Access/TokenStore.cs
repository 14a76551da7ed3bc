using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Tokens in the database.</summary>
internal sealed class TokenStore(Database database)
{
    /// <summary>Name of the signal that a token may have ended.</summary>
    public const string Topic = "access";

    private const string Owner = "LEFT JOIN users p ON p.id = coalesce(t.user_id, t.made_by_user)";
    private const string Unrevoked = "t.revoked_at IS NULL AND p.disabled_at IS NULL";

    private string Valid => $"{Unrevoked} AND (t.expires_at IS NULL OR t.expires_at > {database.Now})";

    /// <summary>
    /// Returns an SQL condition: the token is not revoked and the user behind it is not disabled. Expiry does not matter, because
    /// whatever was created with the token while it was valid stays valid.
    /// </summary>
    /// <param name="id">An SQL expression for the id.</param>
    public static string Stands(string id) => $"EXISTS (SELECT 1 FROM tokens t {Owner} WHERE t.id = {id} AND {Unrevoked})";

    /// <summary>Returns the token with a prefix if it is valid now.</summary>
    public Task<TokenRow?> FindAsync(string prefix, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<TokenRow?>($"{Select} WHERE t.prefix = @prefix AND {Valid}", new { prefix }), cancellation);

    /// <summary>Returns the tokens of a list of ids that are valid now.</summary>
    public async Task<IReadOnlyDictionary<string, TokenRow>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<TokenRow>($"{Select} WHERE {database.In("t.id", "@ids")} AND {Valid}", new { ids = database.List(ids) }), cancellation);
        return rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>Returns whether the token is not revoked and the user behind it is not disabled.</summary>
    public Task<bool> StandsAsync(string id, CancellationToken cancellation) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>($"SELECT CASE WHEN {Stands("@id")} THEN 1 ELSE 0 END", new { id }) > 0, cancellation);

    /// <summary>Returns a page of an organisation's tokens, the newest first, and one more row.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="ofService">Whether to include those that belong to no organisation.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<IReadOnlyList<TokenDescription>> ListAsync(string organisation, bool ofService, Paging page, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<TokenListRow>(
                $"""
                SELECT id, name, prefix, scopes, user_id, made_by_user, made_by_token, created_at, expires_at, revoked_at FROM tokens
                WHERE {Whose(ofService)} ORDER BY created_at DESC, id DESC LIMIT @Take OFFSET @Offset
                """,
                new { organisation, page.Take, page.Offset }),
            cancellation);
        return [.. rows.Select(row => row.Describe())];
    }

    /// <summary>Creates a token.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="token">The token to create.</param>
    /// <returns>Its id, and the only copy of its text.</returns>
    public async Task<(string Id, string Text)> CreateAsync(DbConnection connection, DbTransaction transaction, NewToken token)
    {
        var (text, prefix, hash) = AccessToken.Create();
        var id = Guid.CreateVersion7().ToString();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO tokens (id, organisation_id, user_id, name, prefix, secret_hash, scopes, made_by_user, made_by_token, created_at, expires_at)
            VALUES (@id, @OrganisationId, @UserId, @Name, @prefix, @hash, @scopes, @maker, @makerToken, {database.Now}, {database.Now} + @seconds * 1000)
            """,
            new
            {
                id,
                token.OrganisationId,
                token.UserId,
                token.Name,
                prefix,
                hash,
                scopes = string.Join(' ', token.Scopes),
                maker = token.Maker?.Owner,
                makerToken = token.Maker is { TokenId.Length: > 0 } maker ? maker.TokenId : null,
                seconds = (long?)token.Lifetime?.TotalSeconds,
            },
            transaction);
        return (id, text);
    }

    /// <summary>Revokes a token; returns false if none has this id.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="organisation">The organisation that owns it.</param>
    /// <param name="ofService">Whether the token may be one that belongs to no organisation.</param>
    /// <param name="id">The token.</param>
    /// <param name="withMade">Whether to revoke also all tokens that were created with it, directly or indirectly.</param>
    public async Task<bool> RevokeAsync(DbConnection connection, DbTransaction transaction, string organisation, bool ofService, string id, bool withMade) => await connection.ExecuteAsync(
        $"""
        WITH RECURSIVE ended (id) AS (
            SELECT id FROM tokens WHERE id = @id AND {Whose(ofService)}
            {(withMade ? "UNION SELECT t.id FROM tokens t JOIN ended e ON t.made_by_token = e.id" : "")})
        UPDATE tokens SET revoked_at = coalesce(revoked_at, {database.Now}) WHERE id IN (SELECT id FROM ended)
        """,
        new { id, organisation },
        transaction) > 0;

    /// <summary>Lets a token expire now. Unlike a revocation, this leaves valid what was created with it.</summary>
    public Task ExpireAsync(DbConnection connection, DbTransaction transaction, string id) =>
        connection.ExecuteAsync($"UPDATE tokens SET expires_at = {database.Now} WHERE id = @id AND (expires_at IS NULL OR expires_at > {database.Now})", new { id }, transaction);

    /// <summary>Extends the lifetime of a token of the service, counted from now.</summary>
    public Task ExtendAsync(DbConnection connection, DbTransaction transaction, string id, TimeSpan lifetime) => connection.ExecuteAsync(
        $"UPDATE tokens SET expires_at = {database.Now} + @lifetime WHERE id = @id AND revoked_at IS NULL", new { id, lifetime = (long)lifetime.TotalMilliseconds }, transaction);

    private static string Whose(bool ofService) => ofService ? "(organisation_id = @organisation OR organisation_id IS NULL)" : "organisation_id = @organisation";

    private const string Select =
        $"""
        SELECT t.id, t.organisation_id, t.user_id, t.secret_hash, t.scopes, p.id AS owner, p.role AS owner_role, o.reads_per_minute, o.creations_per_minute, o.changes_per_minute
        FROM tokens t {Owner} LEFT JOIN organisations o ON o.id = t.organisation_id
        """;
}
