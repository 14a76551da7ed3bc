using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Tokens of the worker that a server starts on its own machine. They are valid for two hours and are extended while the server
/// runs, so that the token of a killed server expires soon.
/// </summary>
internal sealed class LocalWorkerTokens(Database database, TokenStore tokens, AuditTrail audit)
{
    /// <summary>How long a token is valid unless it is extended.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private static readonly Caller Service = new("", null, null, new HashSet<string>(), "");

    /// <summary>Creates a token; returns its id and the only copy of its text.</summary>
    /// <param name="name">Its name for people.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<(string Id, string Text)> CreateAsync(string name, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            string[] scopes = [Scope.Worker];
            var created = await tokens.CreateAsync(connection, transaction, new NewToken(null, null, name, scopes, Lifetime));
            await audit.WriteAsync(connection, transaction, Service, "token.create", created.Id, new { name, scopes });
            return created;
        },
        cancellation);

    /// <summary>Extends the lifetime of a token.</summary>
    public Task ExtendAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => tokens.ExtendAsync(connection, transaction, id, Lifetime), cancellation);

    /// <summary>Revokes a token.</summary>
    public async Task RevokeAsync(string id, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await tokens.RevokeAsync(connection, transaction, "", ofService: true, id, withMade: false);
                await audit.WriteAsync(connection, transaction, Service, "token.revoke", id);
            },
            cancellation);
        database.Signals.Publish(TokenStore.Topic);
    }
}
