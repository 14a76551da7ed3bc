using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Environments in the database.</summary>
internal sealed class EnvironmentStore(Database database)
{
    private const string Columns = "key, name, internal_address, launch_policy, created_at";

    /// <summary>All of an organisation, by name.</summary>
    public Task<IEnumerable<EnvironmentRow>> ListAsync(string organisation, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<EnvironmentRow>($"SELECT {Columns} FROM environments WHERE organisation_id = @organisation ORDER BY name", new { organisation }),
        cancellation);

    /// <summary>One by its key or its name; null when the organisation has none such.</summary>
    public Task<EnvironmentRow?> FindAsync(string organisation, string keyOrName, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<EnvironmentRow?>(
            $"SELECT {Columns} FROM environments WHERE organisation_id = @organisation AND (key = @keyOrName OR name = @keyOrName)", new { organisation, keyOrName }),
        cancellation);
}
