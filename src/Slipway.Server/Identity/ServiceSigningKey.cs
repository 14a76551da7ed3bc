using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Slipway.Protocol.Gateways;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Identity;

/// <summary>The key with which the service signs statements about itself. It is created once and shared by all servers of a database.</summary>
internal sealed class ServiceSigningKey : IDisposable
{
    private static readonly SecretName Name = new("service", "signing-key", "statements");

    private readonly Lock _gate = new();
    private readonly ECDsa _key = ECDsa.Create();

    private ServiceSigningKey(ReadOnlySpan<byte> pkcs8)
    {
        _key.ImportPkcs8PrivateKey(pkcs8, out _);
        Thumbprint = KeyThumbprint.Of(_key);
    }

    /// <summary>The id of the key: <c>sha256:BASE64URL</c>.</summary>
    public string Thumbprint { get; }

    /// <summary>Opens the key, or creates it if there is none yet. After a rotation of the vault's keys, wraps it with the current one.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">It was changed, or this server does not have the key that wraps it.</exception>
    public static Task<ServiceSigningKey> OpenAsync(Database database, KeyRing ring, CancellationToken cancellation) =>
        database.WriteAloneAsync((connection, transaction) => OpenAsync(database, connection, transaction, ring), cancellation);

    /// <summary>Signs a statement.</summary>
    /// <param name="type">Type of the statement.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="json">Options of the JSON serialiser.</param>
    public string Sign<T>(string type, T statement, JsonTypeInfo<T> json)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(statement, json);
        lock (_gate)
            return CompactJws.Sign(_key, type, payload);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static async Task<ServiceSigningKey> OpenAsync(Database database, DbConnection connection, DbTransaction transaction, KeyRing ring)
    {
        var envelope = await connection.QuerySingleOrDefaultAsync<Envelope?>("SELECT key_id, wrapped_key, ciphertext FROM service_keys WHERE purpose = @Id", Name, transaction);
        if (envelope is null)
        {
            envelope = Make(ring);
            await connection.ExecuteAsync(
                $"INSERT INTO service_keys (purpose, key_id, wrapped_key, ciphertext, created_at) VALUES (@Id, @KeyId, @WrappedKey, @Ciphertext, {database.Now})",
                new { Name.Id, envelope.KeyId, envelope.WrappedKey, envelope.Ciphertext },
                transaction);
        }

        var pkcs8 = envelope.Open(ring, Name);
        try
        {
            if (envelope.KeyId != ring.Current.Id)
            {
                var wrapped = envelope.Rewrap(ring, Name);
                await connection.ExecuteAsync("UPDATE service_keys SET key_id = @KeyId, wrapped_key = @WrappedKey WHERE purpose = @Id", new { Name.Id, wrapped.KeyId, wrapped.WrappedKey }, transaction);
            }

            return new ServiceSigningKey(pkcs8);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    private static Envelope Make(KeyRing ring)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pkcs8 = key.ExportPkcs8PrivateKey();
        try
        {
            return Envelope.Seal(ring, Name, pkcs8);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }
}
