using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Accounts in the database.</summary>
internal sealed class UserStore(Database database)
{
    private const string Columns = "id, organisation_id, email, name, role, password_hash, created_at, disabled_at";

    /// <summary>The account of an email address; null when there is none.</summary>
    public Task<UserRow?> FindByEmailAsync(string email, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<UserRow?>($"SELECT {Columns} FROM users WHERE email = @email", new { email }), cancellation);

    /// <summary>A page of an organisation's accounts, by email address, and one more.</summary>
    public Task<IEnumerable<UserRow>> ListAsync(string organisation, Paging page, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<UserRow>($"SELECT {Columns} FROM users WHERE organisation_id = @organisation ORDER BY email LIMIT @Take OFFSET @Offset", new { organisation, page.Take, page.Offset }), cancellation);

    /// <summary>Makes an account; gives its id.</summary>
    /// <exception cref="ProblemException">Somebody has the email address.</exception>
    public async Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, UserRow user)
    {
        try
        {
            await connection.ExecuteAsync(
                $"""
                INSERT INTO users (id, organisation_id, email, name, role, password_hash, created_at)
                VALUES (@Id, @OrganisationId, @Email, @Name, @Role, @PasswordHash, {database.Now})
                """,
                user,
                transaction);
            return user.Id;
        }
        catch (DbException e) when (database.IsDuplicate(e))
        {
            throw new ProblemException(ServerProblems.Exists.At("email", "There is an account with this email address."), e);
        }
    }

    /// <summary>Changes an account; what is null stays. False when the organisation has none of this id.</summary>
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
        // A new password or role means that what was given out under the old one ends.
        if (changed > 0 && (passwordHash is not null || role is not null || disabled is true))
            await connection.ExecuteAsync($"UPDATE tokens SET revoked_at = coalesce(revoked_at, {database.Now}) WHERE user_id = @id", new { id }, transaction);
        return changed > 0;
    }
}
