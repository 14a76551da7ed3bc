using System.Data.Common;
using Dapper;
using Slipway.Protocol.Credentials;
using Slipway.Server.Store;

namespace Slipway.Server.Credentials;

/// <summary>Credentials in the database; their secrets are in the vault.</summary>
internal sealed class CredentialStore(Database database)
{
    private const string Columns =
        "id, environment_key, application_key, kind, name, alias, facts, content_secret, password_secret, key_password_secret, expires_at, created_at, updated_at";

    /// <summary>Returns all credentials of an organisation by name.</summary>
    public static async Task<IReadOnlyList<CredentialRow>> ListAsync(DbConnection connection, DbTransaction? transaction, string organisation) =>
        (await connection.QueryAsync<CredentialRow>($"SELECT {Columns} FROM credentials WHERE organisation_id = @organisation ORDER BY name", new { organisation }, transaction)).AsList();

    /// <summary>Returns all credentials of a kind for an application in an environment, the closest match first.</summary>
    public static async Task<IReadOnlyList<CredentialRow>> ServingAsync(
        DbConnection connection, DbTransaction? transaction, string organisation, CredentialKind kind, string environment, string? application)
    {
        var rows = await connection.QueryAsync<CredentialRow>(
            $"""
            SELECT {Columns} FROM credentials
            WHERE organisation_id = @organisation AND kind = @kind AND (environment_key IS NULL OR environment_key = @environment) AND (application_key IS NULL OR application_key = @application)
            """,
            new { organisation, kind = kind.ToString(), environment, application },
            transaction);
        return [.. rows.OrderByDescending(row => row.Nearness).ThenByDescending(row => row.ExpiresAt)];
    }

    /// <summary>Returns a credential by its id or name; null if the organisation has none.</summary>
    public static Task<CredentialRow?> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, string idOrName) =>
        connection.QueryFirstOrDefaultAsync<CredentialRow?>(
            $"SELECT {Columns} FROM credentials WHERE organisation_id = @organisation AND (id = @idOrName OR name = @idOrName) ORDER BY id = @idOrName DESC", new { organisation, idOrName }, transaction);

    /// <summary>Returns the time of the database's clock.</summary>
    public async Task<DateTimeOffset> NowAsync(DbConnection connection, DbTransaction? transaction = null) =>
        DatabaseTime.Of(await connection.ExecuteScalarAsync<long>($"SELECT {database.Now}", transaction: transaction));

    /// <summary>Adds a credential; returns false if its name is taken.</summary>
    public async Task<bool> TryInsertAsync(DbConnection connection, DbTransaction transaction, string organisation, CredentialRow row, string createdBy) => await connection.ExecuteAsync(
        $"""
        INSERT INTO credentials (id, organisation_id, environment_key, application_key, kind, name, alias, facts, content_secret, password_secret, key_password_secret, expires_at,
            created_at, updated_at, created_by)
        VALUES (@Id, @organisation, @EnvironmentKey, @ApplicationKey, @Kind, @Name, @Alias, @Facts, @ContentSecret, @PasswordSecret, @KeyPasswordSecret, @ExpiresAt,
            {database.Now}, {database.Now}, @createdBy)
        ON CONFLICT (organisation_id, name) DO NOTHING
        """,
        new
        {
            row.Id,
            organisation,
            row.EnvironmentKey,
            row.ApplicationKey,
            row.Kind,
            row.Name,
            row.Alias,
            row.Facts,
            row.ContentSecret,
            row.PasswordSecret,
            row.KeyPasswordSecret,
            row.ExpiresAt,
            createdBy,
        },
        transaction) > 0;

    /// <summary>Replaces the content of a credential; returns false if it was removed or replaced in the meantime.</summary>
    public async Task<bool> ReplaceAsync(DbConnection connection, DbTransaction transaction, string organisation, CredentialRow row, string oldContentSecret) => await connection.ExecuteAsync(
        $"""
        UPDATE credentials
        SET alias = @Alias, facts = @Facts, content_secret = @ContentSecret, password_secret = @PasswordSecret, key_password_secret = @KeyPasswordSecret, expires_at = @ExpiresAt,
            warned_at = NULL, updated_at = {database.Now}
        WHERE id = @Id AND organisation_id = @organisation AND content_secret = @oldContentSecret
        """,
        new { row.Id, organisation, row.Alias, row.Facts, row.ContentSecret, row.PasswordSecret, row.KeyPasswordSecret, row.ExpiresAt, oldContentSecret },
        transaction) > 0;

    /// <summary>Removes a credential; returns false if it no longer exists.</summary>
    public static async Task<bool> DeleteAsync(DbConnection connection, DbTransaction transaction, string organisation, string id) =>
        await connection.ExecuteAsync("DELETE FROM credentials WHERE id = @id AND organisation_id = @organisation", new { id, organisation }, transaction) > 0;
}
