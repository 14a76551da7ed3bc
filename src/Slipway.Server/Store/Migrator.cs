using System.Data.Common;
using System.Reflection;
using Dapper;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Migrates the schema to this program's version: forward only, each step once, in one process at a time.</summary>
internal static class Migrator
{
    private const string Prefix = "migrations/";
    private const string Where = "database";

    /// <summary>The number of steps that this program knows.</summary>
    public static int Known { get; } = Steps().Count;

    /// <summary>Runs the missing steps, all or none. A role that may not create tables can use a database that is up to date.</summary>
    /// <exception cref="ProblemException">The schema is of a newer program, or the role lacks a right.</exception>
    public static async Task MigrateAsync(Database database, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenAsync(cancellation))
        {
            if (await database.ExamineAsync(connection, Where, cancellation) is { } fault)
                throw new ProblemException(fault);
            if (await AppliedAsync(database, connection) == Known)
                return;
            if (await database.ExamineRightsAsync(connection, Where, cancellation) is { } missing)
                throw new ProblemException(missing);
        }

        await database.WriteAloneAsync(
            async (connection, transaction) =>
            {
                var steps = Steps();
                // First, because after waiting for the lock only a statement that locks a table makes PostgreSQL see a table created in the meantime.
                await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL)", transaction: transaction);
                var applied = await NewestAsync(connection, transaction);
                for (var version = applied + 1; version <= steps.Count; version++)
                    await ApplyAsync(database, connection, transaction, version, steps[(int)version - 1]);
                return true;
            },
            cancellation);
    }

    private static async Task<long> AppliedAsync(Database database, DbConnection connection) =>
        await database.HasTableAsync(connection, null, "schema_versions") ? await NewestAsync(connection, null) : 0;

    private static async Task<long> NewestAsync(DbConnection connection, DbTransaction? transaction)
    {
        var applied = await connection.ExecuteScalarAsync<long?>("SELECT max(version) FROM schema_versions", transaction: transaction) ?? 0;
        return applied <= Known ? applied : throw new ProblemException(ServiceProblems.SchemaNewer.At(Where, $"The database has schema version {applied}, this program knows {Known}."));
    }

    // Without a timeout, because tables may be large.
    private static async Task ApplyAsync(Database database, DbConnection connection, DbTransaction transaction, long version, string sql)
    {
        await connection.ExecuteAsync(sql.Replace("{bytes}", database.BytesType, StringComparison.Ordinal), transaction: transaction, commandTimeout: 0);
        await connection.ExecuteAsync($"INSERT INTO schema_versions (version, applied_at) VALUES (@version, {database.Now})", new { version }, transaction);
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
