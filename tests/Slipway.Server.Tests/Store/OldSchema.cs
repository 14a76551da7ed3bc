using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

/// <summary>A database as an earlier version of the program left it.</summary>
internal static class OldSchema
{
    /// <summary>Runs the first migrations and no others.</summary>
    public static async Task CreateAsync(Database database, int version)
    {
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("CREATE TABLE schema_versions (version BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)");
        var assembly = typeof(Database).Assembly;
        foreach (var (name, number) in assembly.GetManifestResourceNames().Where(n => n.StartsWith("migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(version).Select((n, i) => (n, i + 1)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await connection.ExecuteAsync((await reader.ReadToEndAsync()).Replace("{bytes}", database.BytesType, StringComparison.Ordinal));
            await connection.ExecuteAsync("INSERT INTO schema_versions (version, applied_at) VALUES (@number, 0)", new { number });
        }
    }
}
