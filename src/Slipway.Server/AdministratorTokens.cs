using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server;

/// <summary>Replaces a lost administrator's token: whoever can write to the database may create a new one.</summary>
public static class AdministratorTokens
{
    /// <summary>Lifetime of the first administrator's token.</summary>
    public static TimeSpan FirstLifetime => Bootstrap.Lifetime;

    /// <summary>Creates a token, also while the service runs.</summary>
    /// <param name="options">The location of the service's data.</param>
    /// <param name="organisation">Name of the organisation; null for the first one, whose token may also administer the service.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The only copy of its text.</returns>
    /// <exception cref="ProblemException">The service or the organisation does not exist, or the database cannot be used.</exception>
    public static async Task<string> CreateAsync(ServerOptions options, string? organisation, TimeSpan lifetime, CancellationToken cancellation)
    {
        if (options.Database is null && !File.Exists(Path.Combine(options.DataFolder, "slipway.db")))
            throw NotStarted(options.DataFolder);
        try
        {
            await using var database = DatabaseFactory.Open(options.Database, options.DataFolder);
            await Migrator.MigrateAsync(database, cancellation);
            return await CreateAsync(database, options, organisation, lifetime, cancellation);
        }
        catch (Exception e) when (StartFailure.Describe(e, options) is { } problem)
        {
            throw new ProblemException(problem, e);
        }
    }

    private static Task<string> CreateAsync(Database database, ServerOptions options, string? organisation, TimeSpan lifetime, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var id = organisation is null
                ? await connection.ExecuteScalarAsync<string?>("SELECT id FROM organisations ORDER BY created_at, id LIMIT 1", transaction: transaction) ?? throw NotStarted(options.DataFolder)
                : await connection.ExecuteScalarAsync<string?>("SELECT id FROM organisations WHERE name = @organisation", new { organisation }, transaction)
                    ?? throw new ProblemException(ServiceProblems.NotFound.At("--organisation", $"There is no organisation '{organisation}'."));
            var (token, text) = await Bootstrap.CreateAsync(connection, transaction, new TokenStore(database), id, runsService: organisation is null, lifetime);
            await new AuditTrail(database).WriteAsync(connection, transaction, Caller.Service(id), "token.create", token, new { by = "slipway admin token", days = lifetime.TotalDays });
            return text;
        },
        cancellation);

    private static ProblemException NotStarted(string folder) => new(HostingProblems.DataFolder.At(
        folder, "No service has started with this data yet.", "Give the folder or the database of the service with --data or --database; the first start of slipway serve prints a token."));
}
