using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Health;

/// <summary>Checks that this server has every key that secrets are wrapped with. A server that started before a rotation on another one does not.</summary>
internal sealed class VaultCheck(Database database, KeyRing ring) : IHealthCheck
{
    public string Name => "vault";

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        var keys = await database.ReadAsync(
            connection => connection.QueryAsync<string>(new CommandDefinition("SELECT key_id FROM secrets UNION SELECT key_id FROM service_keys", cancellationToken: cancellation)), cancellation);
        return keys.All(id => ring.Find(id) is not null)
            ? new HealthPart(Name, HealthStatus.Healthy, "")
            : new HealthPart(Name, HealthStatus.Degraded, "Some secrets are wrapped with a key that this server does not have.", VaultProblems.KeyMissing.Code);
    }
}
