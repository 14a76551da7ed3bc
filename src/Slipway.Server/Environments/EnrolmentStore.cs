using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Slipway.Protocol.Gateways;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Codes with which machines enrol. A code has 130 random bits; only its SHA-256 is stored.</summary>
internal sealed class EnrolmentStore(Database database)
{
    private const string Mark = "slwe_";
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int CodeLength = 26;
    private const long Lifetime = 15 * 60_000;

    /// <summary>Creates a code, which replaces the previous one; returns null if the organisation has no such machine.</summary>
    public async Task<EnrolmentCode?> CreateAsync(DbConnection connection, DbTransaction transaction, string organisation, Guid environment, Guid server)
    {
        var code = Mark + RandomNumberGenerator.GetString(Alphabet, CodeLength);
        var expiry = await connection.QuerySingleOrDefaultAsync<long?>(
            $"""
            INSERT INTO enrolment_codes (server_id, code_hash, expires_at)
            SELECT id, @hash, {database.Now} + {Lifetime} FROM servers WHERE id = @server AND environment_key = @environment AND organisation_id = @organisation
            ON CONFLICT (server_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at
            RETURNING expires_at
            """,
            new { hash = Hash(code), organisation, environment = environment.ToString(), server = server.ToString() },
            transaction);
        return expiry is { } at ? new EnrolmentCode(code, DatabaseTime.Of(at)) : null;
    }

    /// <summary>Stores the key of the machine of a code and consumes the code; returns null if the code is not valid.</summary>
    public async Task<EnrolledMachine?> EnrolAsync(DbConnection connection, DbTransaction transaction, string code, byte[] publicKey)
    {
        // Of several concurrent requests, only one removes the row.
        var server = await connection.QuerySingleOrDefaultAsync<string?>(
            $"DELETE FROM enrolment_codes WHERE code_hash = @hash AND expires_at > {database.Now} RETURNING server_id", new { hash = Hash(code.Trim()) }, transaction);
        if (server is null)
            return null;
        var before = await connection.ExecuteScalarAsync<long?>("SELECT enrolled_at FROM servers WHERE id = @server", new { server }, transaction);
        var row = await connection.QuerySingleAsync<EnrolledMachine>(
            $"""
            UPDATE servers SET public_key = @publicKey, enrolled_at = {database.Now}, seen_at = NULL WHERE id = @server
            RETURNING id, organisation_id, environment_key, name, roles, enrolled_at
            """,
            new { server, publicKey },
            transaction);
        return row with { WasEnrolled = before is not null };
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

/// <summary>A machine that has just enrolled.</summary>
internal sealed record EnrolledMachine(string Id, string OrganisationId, string EnvironmentKey, string Name, string Roles, long EnrolledAt)
{
    /// <summary>Whether it had an earlier key, which is no longer valid.</summary>
    public bool WasEnrolled { get; init; }

    /// <summary>Returns the description that the API sends.</summary>
    public EnrolmentAnswer Describe() => new(Guid.Parse(EnvironmentKey), Guid.Parse(Id), Name, Roles.Split(' '), DatabaseTime.Of(EnrolledAt));
}
