using System.Data.Common;
using Dapper;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Environments and their servers in the database.</summary>
internal sealed class EnvironmentStore(Database database)
{
    private const string Columns = "key, name, internal_address, launch_policy, created_at";

    /// <summary>A page of an organisation's, by name, and one more.</summary>
    public Task<IReadOnlyList<EnvironmentDescription>> ListAsync(string organisation, Paging page, CancellationToken cancellation) =>
        DescribeAsync("SELECT key FROM environments WHERE organisation_id = @organisation ORDER BY name LIMIT @Take OFFSET @Offset", new { organisation, page.Take, page.Offset }, cancellation);

    /// <summary>One by its key; null when the organisation has none such.</summary>
    public async Task<EnvironmentDescription?> DescribeAsync(string organisation, string key, CancellationToken cancellation) =>
        (await DescribeAsync("SELECT key FROM environments WHERE organisation_id = @organisation AND key = @key", new { organisation, key }, cancellation)).SingleOrDefault();

    /// <summary>One by its key or its name; null when the organisation has none such.</summary>
    public Task<EnvironmentRow?> FindAsync(string organisation, string keyOrName, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<EnvironmentRow?>(
            $"SELECT {Columns} FROM environments WHERE organisation_id = @organisation AND (key = @keyOrName OR name = @keyOrName) ORDER BY key = @keyOrName DESC", new { organisation, keyOrName }),
        cancellation);

    /// <summary>Makes an environment.</summary>
    /// <exception cref="ProblemException">There is one of this name.</exception>
    public Task CreateAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, EnvironmentChange change) => OnceAsync("name", $"There is an environment '{change.Name}'.", () => connection.ExecuteAsync(
        $"""
        INSERT INTO environments (key, organisation_id, name, internal_address, launch_policy, created_at)
        VALUES (@key, @organisation, @Name, nullif(@InternalAddress, ''), coalesce(@LaunchPolicy, 'AnyFrontEnd'), {database.Now})
        """,
        new { key, organisation, change.Name, change.InternalAddress, change.LaunchPolicy },
        transaction));

    /// <summary>Changes an environment; false when the organisation has none of this key.</summary>
    /// <exception cref="ProblemException">There is one of the new name.</exception>
    public async Task<bool> ChangeAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, EnvironmentChange change) =>
        await OnceAsync("name", $"There is an environment '{change.Name}'.", () => connection.ExecuteAsync(
            """
            UPDATE environments SET name = coalesce(@Name, name), launch_policy = coalesce(@LaunchPolicy, launch_policy),
                internal_address = CASE WHEN @InternalAddress IS NULL THEN internal_address ELSE nullif(@InternalAddress, '') END
            WHERE key = @key AND organisation_id = @organisation
            """,
            new { key, organisation, change.Name, change.InternalAddress, change.LaunchPolicy },
            transaction)) > 0;

    /// <summary>Has an environment a server that can be the only one which launches builds?</summary>
    public static async Task<bool> HasSoleMachineAsync(DbConnection connection, DbTransaction transaction, string key) =>
        (await connection.QueryAsync<ServerRow>("SELECT id, environment_key, name, address, roles, enrolled_at, seen_at FROM servers WHERE environment_key = @key", new { key }, transaction))
            .Any(server => EnvironmentRules.IsSoleMachine(server.Describe()));

    /// <summary>Adds a server; false when the organisation has no environment of this key.</summary>
    /// <exception cref="ProblemException">The environment has a server of this name.</exception>
    public async Task<bool> AddServerAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, string id, NewServer server) =>
        await OnceAsync("name", $"The environment has a server '{server.Name}'.", () => connection.ExecuteAsync(
            $"""
            INSERT INTO servers (id, organisation_id, environment_key, name, address, roles, created_at)
            SELECT @id, organisation_id, key, @Name, @Address, @roles, {database.Now} FROM environments WHERE key = @key AND organisation_id = @organisation
            """,
            new { id, key, organisation, server.Name, server.Address, roles = string.Join(' ', server.Roles) },
            transaction)) > 0;

    /// <summary>Removes a server; false when it is not there.</summary>
    public static async Task<bool> RemoveServerAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, string id) => await connection.ExecuteAsync(
        "DELETE FROM servers WHERE id = @id AND environment_key = @key AND organisation_id = @organisation", new { id, key, organisation }, transaction) > 0;

    private Task<IReadOnlyList<EnvironmentDescription>> DescribeAsync(string keys, object parameters, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<EnvironmentRow>($"SELECT {Columns} FROM environments WHERE key IN ({keys}) ORDER BY name", parameters);
            var servers = (await connection.QueryAsync<ServerRow>(
                $"SELECT id, environment_key, name, address, roles, enrolled_at, seen_at FROM servers WHERE environment_key IN ({keys}) ORDER BY name", parameters)).ToLookup(s => s.EnvironmentKey);
            return (IReadOnlyList<EnvironmentDescription>)[.. rows.Select(row => Describe(row, servers[row.Key]))];
        },
        cancellation);

    private static EnvironmentDescription Describe(EnvironmentRow row, IEnumerable<ServerRow> servers) => new(
        Guid.Parse(row.Key),
        row.Name,
        row.InternalAddress,
        row.LaunchPolicy,
        Times.Of(row.CreatedAt),
        [.. servers.Select(server => server.Describe())]);

    private async Task<int> OnceAsync(string where, string otherwise, Func<Task<int>> change)
    {
        try
        {
            return await change();
        }
        catch (DbException e) when (database.IsDuplicate(e))
        {
            throw new ProblemException(ServerProblems.Exists.At(where, otherwise), e);
        }
    }
}
