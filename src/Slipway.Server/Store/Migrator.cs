using System.Data.Common;
using System.Reflection;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Brings the schema up to this program's version: forward only, each step once, one process at a time.</summary>
internal static class Migrator
{
    private const string Prefix = "migrations/";

    /// <summary>Runs what has not run yet.</summary>
    /// <exception cref="ProblemException">The schema is of a newer program.</exception>
    public static async Task MigrateAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var alone = await database.LockAsync(connection, cancellation);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)");
        var applied = await connection.ExecuteScalarAsync<long?>("SELECT max(version) FROM schema_versions") ?? 0;
        var steps = Steps();
        if (applied > steps.Count)
            throw new ProblemException(ServerProblems.SchemaNewer.At("database", $"The database has schema version {applied}, this program knows {steps.Count}."));
        for (var version = applied + 1; version <= steps.Count; version++)
            await ApplyAsync(database, connection, version, steps[(int)version - 1]);
    }

    private static async Task ApplyAsync(Database database, DbConnection connection, long version, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql.Replace("{bytes}", database.BytesType, StringComparison.Ordinal), transaction: transaction);
        await connection.ExecuteAsync($"INSERT INTO schema_versions (version, applied_at) VALUES (@version, {database.Now})", new { version }, transaction);
        await transaction.CommitAsync();
    }

    private static List<string> Steps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
