using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Vault;

/// <summary>
/// Reads the keys when a server starts, and compares them with the database: a server that lacks a key of stored secrets does not
/// start. For each key, the database has its id and a check value derived from the key's bytes.
/// </summary>
internal static class VaultStart
{
    private const string CheckPurpose = "key check";

    /// <summary>Reads the keys, or creates the first one if the database has never had a key.</summary>
    /// <exception cref="ProblemException">The keys cannot be used with this database.</exception>
    public static Task<KeyRing> OpenAsync(KeySource source, Database database, CancellationToken cancellation) => database.WriteAloneAsync(
        async (connection, transaction) =>
        {
            var known = (await connection.QueryAsync<KnownKeyRow>("SELECT id, check_value FROM vault_keys", transaction: transaction)).ToDictionary(k => k.Id, k => k.CheckValue, StringComparer.Ordinal);
            var ring = KeyRing.Parse(source.Lines ?? KeyFile.Read(source.File) ?? Make(source, known.Keys), source.Name);
            await CheckAsync(connection, transaction, ring, known, source.Name);
            foreach (var key in ring.Keys.Where(k => !known.ContainsKey(k.Id)))
            {
                await connection.ExecuteAsync(
                    $"INSERT INTO vault_keys (id, check_value, created_at) VALUES (@Id, @check, {database.Now})", new { key.Id, check = KeyRing.Derive(key, CheckPurpose) }, transaction);
            }

            return ring;
        },
        cancellation);

    private static async Task CheckAsync(DbConnection connection, DbTransaction transaction, KeyRing ring, Dictionary<string, byte[]> known, string where)
    {
        var problems = new List<Problem>();
        foreach (var id in await connection.QueryAsync<string>("SELECT key_id FROM secrets UNION SELECT key_id FROM service_keys ORDER BY key_id", transaction: transaction))
        {
            if (ring.Find(id) is null)
                problems.Add(VaultProblems.KeyMissing.At(where, $"Secrets are wrapped with the key '{id}', which this server does not have."));
        }

        foreach (var key in ring.Keys)
        {
            if (known.TryGetValue(key.Id, out var check) && !CryptographicOperations.FixedTimeEquals(check, KeyRing.Derive(key, CheckPurpose)))
                problems.Add(VaultProblems.KeyDiffers.At(where, $"The key '{key.Id}' differs from the key that the database knows by this id."));
        }

        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static string Make(KeySource source, IReadOnlyCollection<string> known)
    {
        if (known.Count > 0)
            throw new ProblemException(VaultProblems.KeyMissing.At(source.Name, $"There is no key file, but the database knows the keys {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
        if (!source.IsDefault)
            throw new ProblemException(VaultProblems.KeyFormat.At(source.Name, "There is no such file."));
        var line = KeyRing.NewLine() + "\n";
        KeyFile.Create(source.File, line);
        return line;
    }
}

/// <summary>A key that a server of this database has used.</summary>
internal sealed record KnownKeyRow(string Id, byte[] CheckValue);

/// <summary>The source of the key-encryption keys.</summary>
/// <param name="File">A file with the lines.</param>
/// <param name="Lines">The lines themselves; null to read the file.</param>
/// <param name="IsDefault">Whether the file is the default one, which may be created.</param>
internal sealed record KeySource(string File, string? Lines, bool IsDefault)
{
    /// <summary>The environment variable with the lines, for systems on which files are not suitable for secrets.</summary>
    public const string Variable = "SLIPWAY_VAULT_KEY";

    private const string DefaultName = "vault.key";

    /// <summary>The name of the source in problems.</summary>
    public string Name => Lines is null ? File : Variable;

    /// <summary>Returns the configured file, or else the variable, or else the file in the data folder.</summary>
    public static KeySource Of(ServerOptions options, string? variable)
    {
        var file = options.VaultKeyFile ?? Path.Combine(options.DataFolder, DefaultName);
        var useVariable = options.VaultKeyFile is null && !string.IsNullOrWhiteSpace(variable);
        return new KeySource(file, useVariable ? variable : null, IsDefault: options.VaultKeyFile is null && !useVariable);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
