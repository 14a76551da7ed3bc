using System.Data.Common;
using Dapper;
using Slipway.Protocol.Applications;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Applications;

/// <summary>Applications in the database.</summary>
internal sealed class ApplicationStore(Database database)
{
    private const string Columns = "key, name, created_at";

    /// <summary>Returns a page of an organisation's applications by name, and one more row.</summary>
    public Task<IEnumerable<ApplicationRow>> ListAsync(string organisation, Paging page, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<ApplicationRow>($"SELECT {Columns} FROM applications WHERE organisation_id = @organisation ORDER BY name LIMIT @Take OFFSET @Offset", new { organisation, page.Take, page.Offset }),
        cancellation);

    /// <summary>Returns an application by its key or name; null if the organisation has none.</summary>
    public static Task<ApplicationRow?> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, string keyOrName) =>
        connection.QueryFirstOrDefaultAsync<ApplicationRow?>(
            $"SELECT {Columns} FROM applications WHERE organisation_id = @organisation AND (key = @keyOrName OR name = @keyOrName) ORDER BY key = @keyOrName DESC", new { organisation, keyOrName }, transaction);

    /// <summary>Returns the key of the application with a name, and creates the application if there is none. Concurrent calls get the same key.</summary>
    /// <exception cref="ProblemException">The organisation has reached its number of applications.</exception>
    public async Task<string> EnsureAsync(DbConnection connection, DbTransaction transaction, string organisation, string name)
    {
        await OrganisationRowLimits.RequireAsync(connection, transaction, "applications", organisation, OrganisationRowLimits.Applications);
        await connection.ExecuteAsync(
            $"""
            INSERT INTO applications (key, organisation_id, name, created_at) VALUES (@key, @organisation, @name, {database.Now})
            ON CONFLICT (organisation_id, name) DO NOTHING
            """,
            new { key = Guid.CreateVersion7().ToString(), organisation, name },
            transaction);
        return await connection.QuerySingleAsync<string>("SELECT key FROM applications WHERE organisation_id = @organisation AND name = @name", new { organisation, name }, transaction);
    }

    /// <summary>Renames an application; returns false if the organisation has none with this key.</summary>
    /// <exception cref="ProblemException">The name is taken.</exception>
    public async Task<bool> RenameAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, string name)
    {
        try
        {
            return await connection.ExecuteAsync("UPDATE applications SET name = @name WHERE key = @key AND organisation_id = @organisation", new { key, organisation, name }, transaction) > 0;
        }
        catch (DbException e) when (database.IsDuplicate(e))
        {
            throw new ProblemException(ServiceProblems.Exists.At("name", $"There is an application '{name}'."), e);
        }
    }
}

/// <summary>An application in the database.</summary>
internal sealed record ApplicationRow(string Key, string Name, long CreatedAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public ApplicationDescription Describe() => new(Guid.Parse(Key), Name, DatabaseTime.Of(CreatedAt));
}
