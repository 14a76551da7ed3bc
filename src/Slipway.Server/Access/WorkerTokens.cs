using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>
/// Tokens of the worker that a server starts on its own machine. They live for two hours and are made longer while the server
/// runs, so that a server that is killed leaves none behind for long.
/// </summary>
internal sealed class WorkerTokens(Database database, TokenStore tokens, Audit audit)
{
    /// <summary>How long one is valid without being made longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private static readonly Caller Service = new("", null, null, new HashSet<string>(), "");

    /// <summary>Makes one; gives its id and the only copy of its text.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<(string Id, string Text)> CreateAsync(string name, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            string[] scopes = [Scope.Worker];
            var created = await tokens.CreateAsync(connection, transaction, new NewToken(null, null, name, scopes, Lifetime));
            await audit.WriteAsync(connection, transaction, Service, "token.create", created.Id, new { name, scopes });
            return created;
        },
        cancellation);

    /// <summary>Makes its life longer.</summary>
    public Task ExtendAsync(string id, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => tokens.ExtendAsync(connection, transaction, id, Lifetime), cancellation);

    /// <summary>Ends it.</summary>
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
