using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Vault;

/// <summary>Stores secrets in the database, in envelopes. Callers that open a secret must wipe the bytes after use.</summary>
internal sealed class SecretVault(Database database, KeyRing ring)
{
    private const string Columns = "id, organisation_id, kind, key_id, wrapped_key, ciphertext";

    /// <summary>Stores a secret; returns its id.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction that writes the row which refers to the secret.</param>
    /// <param name="organisation">The organisation that owns it.</param>
    /// <param name="kind">One of <see cref="SecretKind"/>.</param>
    /// <param name="plain">The secret.</param>
    public async Task<string> SealAsync(DbConnection connection, DbTransaction transaction, string organisation, string kind, ReadOnlyMemory<byte> plain)
    {
        var name = new SecretName(organisation, kind, Guid.CreateVersion7().ToString());
        var envelope = Envelope.Seal(ring, name, plain.Span);
        await connection.ExecuteAsync(
            $"""
            INSERT INTO secrets (id, organisation_id, kind, key_id, wrapped_key, ciphertext, created_at)
            VALUES (@Id, @organisation, @kind, @KeyId, @WrappedKey, @Ciphertext, {database.Now})
            """,
            new { name.Id, organisation, kind, envelope.KeyId, envelope.WrappedKey, envelope.Ciphertext },
            transaction);
        return name.Id;
    }

    /// <summary>Opens a secret that a row refers to.</summary>
    /// <exception cref="ProblemException">The secret is missing, belongs to another organisation or was changed, or its key is missing here.</exception>
    public async Task<byte[]> OpenAsync(DbConnection connection, DbTransaction? transaction, string organisation, string id)
    {
        var row = await connection.QuerySingleOrDefaultAsync<SecretRow?>(
            $"SELECT {Columns} FROM secrets WHERE id = @id AND organisation_id = @organisation", new { id, organisation }, transaction)
            ?? throw new ProblemException(VaultProblems.Corrupt.At($"secret {id}", "The secret is missing."));
        return row.Envelope.Open(ring, row.Name);
    }

    /// <summary>Removes a secret that no row refers to.</summary>
    public static Task DeleteAsync(DbConnection connection, DbTransaction transaction, string organisation, string id) =>
        connection.ExecuteAsync("DELETE FROM secrets WHERE id = @id AND organisation_id = @organisation", new { id, organisation }, transaction);

    /// <summary>Returns secrets after an id that are not wrapped with the current key.</summary>
    public Task<IReadOnlyList<SecretRow>> OutdatedAsync(string after, int count, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<SecretRow>>(
        async connection => (await connection.QueryAsync<SecretRow>(
            $"SELECT {Columns} FROM secrets WHERE key_id <> @current AND id > @after ORDER BY id LIMIT @count", new { current = ring.Current.Id, after, count })).AsList(),
        cancellation);

    /// <summary>Wraps a secret with the current key; does nothing if another server was faster.</summary>
    /// <exception cref="ProblemException">It was changed, or its key is not here.</exception>
    public Task RewrapAsync(SecretRow row, CancellationToken cancellation)
    {
        var envelope = row.Envelope.Rewrap(ring, row.Name);
        return database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE secrets SET key_id = @KeyId, wrapped_key = @WrappedKey WHERE id = @Id AND organisation_id = @OrganisationId AND key_id = @old",
                new { envelope.KeyId, envelope.WrappedKey, row.Id, row.OrganisationId, old = row.KeyId },
                transaction),
            cancellation);
    }
}

/// <summary>A secret in the database.</summary>
internal sealed record SecretRow(string Id, string OrganisationId, string Kind, string KeyId, byte[] WrappedKey, byte[] Ciphertext)
{
    public SecretName Name => new(OrganisationId, Kind, Id);

    public Envelope Envelope => new(KeyId, WrappedKey, Ciphertext);
}
