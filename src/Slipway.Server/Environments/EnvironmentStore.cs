using System.Data.Common;
using Dapper;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Environments and their machines in the database.</summary>
internal sealed class EnvironmentStore(Database database)
{
    private const string Columns = "key, name, internal_address, launch_policy, created_at";

    /// <summary>Returns a page of an organisation's environments by name, and one more row.</summary>
    public Task<IReadOnlyList<EnvironmentDescription>> ListAsync(string organisation, Paging page, CancellationToken cancellation) =>
        DescribeAsync("SELECT key FROM environments WHERE organisation_id = @organisation ORDER BY name LIMIT @Take OFFSET @Offset", new { organisation, page.Take, page.Offset }, cancellation);

    /// <summary>Returns an environment by its key; null if the organisation has none.</summary>
    public async Task<EnvironmentDescription?> DescribeAsync(string organisation, string key, CancellationToken cancellation) =>
        (await DescribeAsync("SELECT key FROM environments WHERE organisation_id = @organisation AND key = @key", new { organisation, key }, cancellation)).SingleOrDefault();

    /// <summary>Returns an environment by its key or name; null if the organisation has none.</summary>
    public Task<EnvironmentRow?> FindAsync(string organisation, string keyOrName, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<EnvironmentRow?>(
            $"SELECT {Columns} FROM environments WHERE organisation_id = @organisation AND (key = @keyOrName OR name = @keyOrName) ORDER BY key = @keyOrName DESC", new { organisation, keyOrName }),
        cancellation);

    /// <summary>Creates an environment.</summary>
    /// <exception cref="ProblemException">The name is taken.</exception>
    public Task CreateAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, EnvironmentChange change) => OnceAsync("name", $"There is an environment '{change.Name}'.", () => connection.ExecuteAsync(
        $"""
        INSERT INTO environments (key, organisation_id, name, internal_address, launch_policy, created_at)
        VALUES (@key, @organisation, @Name, nullif(@InternalAddress, ''), coalesce(@LaunchPolicy, 'AnyFrontEnd'), {database.Now})
        """,
        new { key, organisation, change.Name, change.InternalAddress, change.LaunchPolicy },
        transaction));

    /// <summary>Changes an environment; returns false if the organisation has none with this key.</summary>
    /// <exception cref="ProblemException">The name is taken.</exception>
    public async Task<bool> ChangeAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, EnvironmentChange change) =>
        await OnceAsync("name", $"There is an environment '{change.Name}'.", () => connection.ExecuteAsync(
            """
            UPDATE environments SET name = coalesce(@Name, name), launch_policy = coalesce(@LaunchPolicy, launch_policy),
                internal_address = CASE WHEN @InternalAddress IS NULL THEN internal_address ELSE nullif(@InternalAddress, '') END
            WHERE key = @key AND organisation_id = @organisation
            """,
            new { key, organisation, change.Name, change.InternalAddress, change.LaunchPolicy },
            transaction)) > 0;

    /// <summary>Returns whether an environment has a machine that can be the only one to launch builds.</summary>
    public static async Task<bool> HasSoleMachineAsync(DbConnection connection, DbTransaction transaction, string key) =>
        (await connection.QueryAsync<MachineRow>("SELECT id, environment_key, name, address, roles, enrolled_at, seen_at FROM servers WHERE environment_key = @key", new { key }, transaction))
            .Any(server => EnvironmentRules.IsSoleMachine(server.Describe()));

    /// <summary>Adds a machine; returns false if the organisation has no environment with this key.</summary>
    /// <exception cref="ProblemException">The environment has a machine with this name.</exception>
    public async Task<bool> AddMachineAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, string id, NewMachine server) =>
        await OnceAsync("name", $"The environment has a server '{server.Name}'.", () => connection.ExecuteAsync(
            $"""
            INSERT INTO servers (id, organisation_id, environment_key, name, address, roles, created_at)
            SELECT @id, organisation_id, key, @Name, @Address, @roles, {database.Now} FROM environments WHERE key = @key AND organisation_id = @organisation
            """,
            new { id, key, organisation, server.Name, server.Address, roles = string.Join(' ', server.Roles) },
            transaction)) > 0;

    /// <summary>Removes a machine; returns false if it does not exist.</summary>
    public static async Task<bool> RemoveMachineAsync(DbConnection connection, DbTransaction transaction, string organisation, string key, string id) => await connection.ExecuteAsync(
        "DELETE FROM servers WHERE id = @id AND environment_key = @key AND organisation_id = @organisation", new { id, key, organisation }, transaction) > 0;

    private Task<IReadOnlyList<EnvironmentDescription>> DescribeAsync(string keys, object parameters, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<EnvironmentRow>($"SELECT {Columns} FROM environments WHERE key IN ({keys}) ORDER BY name", parameters);
            var servers = (await connection.QueryAsync<MachineRow>(
                $"SELECT id, environment_key, name, address, roles, enrolled_at, seen_at FROM servers WHERE environment_key IN ({keys}) ORDER BY name", parameters)).ToLookup(s => s.EnvironmentKey);
            return (IReadOnlyList<EnvironmentDescription>)[.. rows.Select(row => Describe(row, servers[row.Key]))];
        },
        cancellation);

    private static EnvironmentDescription Describe(EnvironmentRow row, IEnumerable<MachineRow> servers) => new(
        Guid.Parse(row.Key),
        row.Name,
        row.InternalAddress,
        row.LaunchPolicy,
        DatabaseTime.Of(row.CreatedAt),
        [.. servers.Select(server => server.Describe())]);

    private async Task<int> OnceAsync(string where, string otherwise, Func<Task<int>> change)
    {
        try
        {
            return await change();
        }
        catch (DbException e) when (database.IsDuplicate(e))
        {
            throw new ProblemException(ServiceProblems.Exists.At(where, otherwise), e);
        }
    }
}

/// <summary>An environment in the database.</summary>
internal sealed record EnvironmentRow(string Key, string Name, string? InternalAddress, string LaunchPolicy, long CreatedAt);

/// <summary>A machine of an environment in the database.</summary>
internal sealed record MachineRow(string Id, string EnvironmentKey, string Name, string? Address, string Roles, long? EnrolledAt, long? SeenAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public MachineDescription Describe() => new(Guid.Parse(Id), Name, Address, Roles.Split(' '), DatabaseTime.Of(EnrolledAt), DatabaseTime.Of(SeenAt));
}
