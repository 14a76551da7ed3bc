using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Accounts in the database.</summary>
internal sealed class UserStore(Database database)
{
    private const string Columns = "id, organisation_id, email, name, role, password_hash, created_at, disabled_at";

    /// <summary>Returns the accounts with an email address: at most one for each organisation.</summary>
    /// <param name="email">The email address.</param>
    /// <param name="organisation">Name or id of an organisation; null for all.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<IReadOnlyList<UserRow>> FindByEmailAsync(string email, string? organisation, CancellationToken cancellation) => (await database.ReadAsync(
        connection => connection.QueryAsync<UserRow>(
            $"""
            SELECT {Columns} FROM users
            WHERE email = @email AND (CAST(@organisation AS TEXT) IS NULL OR organisation_id IN (SELECT id FROM organisations WHERE id = @organisation OR name = @organisation))
            ORDER BY created_at, id
            """,
            new { email, organisation }),
        cancellation)).AsList();

    /// <summary>Returns a page of an organisation's accounts by email address, and one more row.</summary>
    public Task<IEnumerable<UserRow>> ListAsync(string organisation, Paging page, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<UserRow>($"SELECT {Columns} FROM users WHERE organisation_id = @organisation ORDER BY email LIMIT @Take OFFSET @Offset", new { organisation, page.Take, page.Offset }), cancellation);

    /// <summary>Creates an account; returns its id.</summary>
    /// <exception cref="ProblemException">The organisation already has an account with this email address.</exception>
    public async Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, UserRow user)
    {
        try
        {
            await connection.ExecuteAsync(
                $"""
                INSERT INTO users (id, organisation_id, unique_name, email, name, role, password_hash, created_at)
                VALUES (@Id, @OrganisationId, @OrganisationId || ' ' || @Email, @Email, @Name, @Role, @PasswordHash, {database.Now})
                """,
                user,
                transaction);
            return user.Id;
        }
        catch (DbException e) when (database.IsDuplicate(e))
        {
            throw new ProblemException(ServiceProblems.Exists.At("email", "There is an account with this email address."), e);
        }
    }

    /// <summary>Changes an account; null leaves a value as it is. Returns false if the organisation has none with this id.</summary>
    public async Task<bool> ChangeAsync(DbConnection connection, DbTransaction transaction, string organisation, string id, string? name, Role? role, string? passwordHash, bool? disabled)
    {
        var changed = await connection.ExecuteAsync(
            $"""
            UPDATE users SET name = coalesce(@name, name), role = coalesce(@role, role), password_hash = coalesce(@passwordHash, password_hash),
                disabled_at = CASE WHEN @disabled = 1 THEN coalesce(disabled_at, {database.Now}) WHEN @disabled = 0 THEN NULL ELSE disabled_at END
            WHERE id = @id AND organisation_id = @organisation
            """,
            new { id, organisation, name, role = role?.ToString(), passwordHash, disabled = disabled is { } flag ? (long?)(flag ? 1 : 0) : null },
            transaction);
        // A new password or role revokes the tokens that were issued under the old one.
        if (changed > 0 && (passwordHash is not null || role is not null || disabled is true))
            await connection.ExecuteAsync($"UPDATE tokens SET revoked_at = coalesce(revoked_at, {database.Now}) WHERE user_id = @id", new { id }, transaction);
        return changed > 0;
    }
}

/// <summary>An account in the database.</summary>
internal sealed record UserRow(string Id, string OrganisationId, string Email, string Name, string Role, string PasswordHash, long CreatedAt, long? DisabledAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public UserDescription Describe() => new(Guid.Parse(Id), Email, Name, Role, DisabledAt is not null, DatabaseTime.Of(CreatedAt));
}
