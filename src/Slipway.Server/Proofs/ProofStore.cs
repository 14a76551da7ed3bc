using Dapper;
using Slipway.Protocol.Gateways;
using Slipway.Server.Store;

namespace Slipway.Server.Proofs;

/// <summary>Keys of machines, and used proofs, in the database.</summary>
internal sealed class ProofStore(Database database)
{
    private static readonly long Remembered = (long)(RequestProof.Skew + TimeSpan.FromMinutes(1)).TotalMilliseconds;

    /// <summary>Returns a machine by its id; null if there is none.</summary>
    public Task<MachineKeyRow?> FindAsync(Guid server, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<MachineKeyRow?>(
            $"SELECT id, organisation_id, environment_key, name, roles, public_key, seen_at, {database.Now} AS now FROM servers WHERE id = @id", new { id = server.ToString() }),
        cancellation);

    /// <summary>Records that a machine was seen now.</summary>
    public Task MarkSeenAsync(string server, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"UPDATE servers SET seen_at = {database.Now} WHERE id = @server", new { server }, transaction), cancellation);

    /// <summary>Marks a proof as used; returns false if it was used before or its machine was removed.</summary>
    public Task<bool> SpendAsync(RequestProof proof, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(
            """
            INSERT INTO server_nonces (server_id, nonce, expires_at) SELECT id, @Nonce, @expiry FROM servers WHERE id = @id
            ON CONFLICT (server_id, nonce) DO NOTHING
            """,
            new { id = proof.Machine.ToString(), proof.Nonce, expiry = proof.Created.ToUnixTimeMilliseconds() + Remembered },
            transaction) > 0,
        cancellation);

    /// <summary>Deletes expired proofs and enrolment codes.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync($"DELETE FROM server_nonces WHERE expires_at < {database.Now}", transaction: transaction);
            await connection.ExecuteAsync($"DELETE FROM enrolment_codes WHERE expires_at < {database.Now}", transaction: transaction);
        },
        cancellation);
}

/// <summary>A machine in the database, with its key and the database's current time.</summary>
internal sealed record MachineKeyRow(string Id, string OrganisationId, string EnvironmentKey, string Name, string Roles, byte[]? PublicKey, long? SeenAt, long Now)
{
    public ProvenMachine Machine => new(Id, OrganisationId, EnvironmentKey, Name, Roles.Split(' '));
}

/// <summary>A machine that has signed a request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganisationId">The organisation that owns it.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
internal sealed record ProvenMachine(string Id, string OrganisationId, string EnvironmentKey, string Name, IReadOnlyList<string> Roles);
