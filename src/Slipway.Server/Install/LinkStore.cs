using System.Data.Common;
using Dapper;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Install;

/// <summary>Requested links to install pages in the database.</summary>
internal sealed class LinkStore(Database database)
{
    /// <summary>Adds a link that expires with the caller's token; returns its id.</summary>
    public async Task<string> AddAsync(DbConnection connection, DbTransaction transaction, Caller caller, string build, InstallableRow package, DateTimeOffset expiry)
    {
        var id = Guid.CreateVersion7().ToString();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO install_links (id, organisation_id, build, artifact_id, name, token_id, made_by, created_at, expires_at)
            VALUES (@id, @Organisation, @build, @artifact, @Name, @token, @Actor, {database.Now}, @expiry)
            """,
            new
            {
                id,
                caller.Organisation,
                build,
                artifact = package.Id,
                package.Name,
                token = caller.TokenId.Length > 0 ? caller.TokenId : null,
                caller.Actor,
                expiry = expiry.ToUnixTimeMilliseconds(),
            },
            transaction);
        return id;
    }

    /// <summary>Returns a page of the open links of an organisation, the newest first, and their total number.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="build">Only of this build; null for all.</param>
    /// <param name="paging">The page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<(IReadOnlyList<InstallLinkRow> Links, long Total)> ListAsync(string organisation, string? build, Paging paging, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var where =
                $"""
                FROM install_links l
                WHERE l.organisation_id = @organisation AND (CAST(@build AS TEXT) IS NULL OR l.build = @build)
                  AND l.withdrawn_at IS NULL AND l.expires_at > {database.Now} AND (l.token_id IS NULL OR {TokenStore.Stands("l.token_id")})
                """;
            var parameters = new { organisation, build, paging.Limit, paging.Offset };
            var total = await connection.ExecuteScalarAsync<long>("SELECT count(*) " + where, parameters);
            var rows = await connection.QueryAsync<InstallLinkRow>(
                $"SELECT l.id, l.build, l.artifact_id, l.name, l.token_id, l.made_by, l.created_at, l.expires_at {where} ORDER BY l.created_at DESC, l.id DESC LIMIT @Limit OFFSET @Offset", parameters);
            return ((IReadOnlyList<InstallLinkRow>)rows.AsList(), total);
        },
        cancellation);

    /// <summary>Returns a link that was not withdrawn; null if the organisation has none with this id.</summary>
    public static Task<InstallLinkRow?> FindAsync(DbConnection connection, DbTransaction transaction, string organisation, string id) => connection.QuerySingleOrDefaultAsync<InstallLinkRow?>(
        "SELECT id, build, artifact_id, name, token_id, made_by, created_at, expires_at FROM install_links WHERE id = @id AND organisation_id = @organisation AND withdrawn_at IS NULL",
        new { id, organisation },
        transaction);

    /// <summary>Withdraws a link.</summary>
    public Task WithdrawAsync(DbConnection connection, DbTransaction transaction, string id) =>
        connection.ExecuteAsync($"UPDATE install_links SET withdrawn_at = {database.Now} WHERE id = @id", new { id }, transaction);

    /// <summary>
    /// Withdraws every address of a build's artifacts, including those in earlier answers about the build: its artifacts get new
    /// ids, which no address contains. Returns false if the organisation has no such build.
    /// </summary>
    public async Task<bool> WithdrawAllAsync(DbConnection connection, DbTransaction transaction, string organisation, string build)
    {
        if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM builds WHERE key = @build AND organisation_id = @organisation", new { build, organisation }, transaction) == 0)
            return false;
        await connection.ExecuteAsync($"UPDATE install_links SET withdrawn_at = coalesce(withdrawn_at, {database.Now}) WHERE build = @build", new { build }, transaction);
        foreach (var id in await connection.QueryAsync<string>("SELECT id FROM artifacts WHERE build = @build AND published = 1", new { build }, transaction))
            await connection.ExecuteAsync("UPDATE artifacts SET id = @next WHERE id = @id", new { id, next = Guid.CreateVersion7().ToString() }, transaction);
        return true;
    }
}

/// <summary>A link in the database.</summary>
internal sealed record InstallLinkRow(string Id, string Build, string ArtifactId, string Name, string? TokenId, string MadeBy, long CreatedAt, long ExpiresAt);
