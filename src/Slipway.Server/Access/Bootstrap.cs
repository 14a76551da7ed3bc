using Dapper;
using Slipway.Protocol.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>The first start of a service: makes an organisation and its administrator's token.</summary>
internal sealed class Bootstrap(Database database, OrganisationStore organisations, TokenStore tokens)
{
    private const string FirstOrganisation = "Default";

    /// <summary>The administrator's token, at the first start only; null ever after.</summary>
    public Task<string?> EnsureAsync(CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // Of several servers that start at once on an empty database one is the first.
            await database.SerialiseAsync(connection, transaction, "first start");
            if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM organisations", transaction: transaction) > 0)
                return null;
            var organisation = await organisations.CreateAsync(connection, transaction, FirstOrganisation, new OrganisationLimits());
            string[] scopes = [.. RoleScopes.Of(Role.Administrator), Scope.PlatformAdmin];
            var (_, text) = await tokens.CreateAsync(connection, transaction, new NewToken(organisation, null, "First administrator", scopes, null));
            return (string?)text;
        },
        cancellation);

    /// <summary>A token for a worker on this machine, valid for as long as servers run without a pause of a month.</summary>
    public Task<string> WorkerTokenAsync(string name, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) => (await tokens.CreateAsync(connection, transaction, new NewToken(null, null, name, [Scope.Worker], TimeSpan.FromDays(30)))).Text,
        cancellation);
}
