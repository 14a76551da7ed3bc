using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Prepares an empty database at the first start of a service: creates an organisation and its administrator's token.</summary>
internal sealed class Bootstrap(Database database, OrganisationStore organisations, TokenStore tokens, LocalWorkerTokens workers)
{
    /// <summary>Lifetime of the first administrator's token: long enough to create accounts, and tokens for programs.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string FirstOrganisation = "Default";

    /// <summary>Returns the administrator's token at the first start; null at every later one.</summary>
    public Task<string?> EnsureAsync(CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // If several servers start at once on an empty database, only one of them creates the organisation.
            await database.SerialiseAsync(connection, transaction, "first start");
            if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM organisations", transaction: transaction) > 0)
                return null;
            var organisation = await organisations.CreateAsync(connection, transaction, FirstOrganisation, new OrganisationLimits());
            return (string?)(await CreateAsync(connection, transaction, tokens, organisation, runsService: true, Lifetime)).Text;
        },
        cancellation);

    /// <summary>A token for a worker on this machine.</summary>
    public async Task<string> WorkerTokenAsync(string name, CancellationToken cancellation) => (await workers.CreateAsync(name, cancellation)).Text;

    /// <summary>Creates an administrator's token; returns its id and the only copy of its text.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="tokens">The store of tokens.</param>
    /// <param name="organisation">The organisation.</param>
    /// <param name="runsService">Whether the token may also administer the service.</param>
    /// <param name="lifetime">How long it is valid.</param>
    public static Task<(string Id, string Text)> CreateAsync(
        DbConnection connection, DbTransaction transaction, TokenStore tokens, string organisation, bool runsService, TimeSpan lifetime)
    {
        var scopes = runsService ? [.. RoleScopes.Of(Role.Administrator), Scope.PlatformAdmin] : RoleScopes.Of(Role.Administrator);
        return tokens.CreateAsync(connection, transaction, new NewToken(organisation, null, "First administrator", scopes, lifetime));
    }
}
