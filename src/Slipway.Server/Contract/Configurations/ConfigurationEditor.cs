using System.Data.Common;
using System.Text;
using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Changes configurations: checks the values and the credentials, and keeps secrets in the vault.</summary>
internal sealed class ConfigurationEditor(Database database, ConfigurationStore store, ConfigurationRules rules, ConfiguredSigningCheck signing, SecretVault vault, AuditTrail audit)
{
    /// <summary>Sets and removes the fields of a patch; the first patch creates the configuration.</summary>
    /// <exception cref="ProblemException">A value is invalid, or a credential cannot sign.</exception>
    public Task PatchAsync(Caller caller, Guid environment, Guid application, MobilePlatform platform, IReadOnlyDictionary<string, string?> patch, CancellationToken cancellation)
    {
        rules.Require(platform, patch);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                var subject = await ApplicationInEnvironment.RequireAsync(connection, transaction, caller.Organisation, environment, application);
                await database.SerialiseAsync(connection, transaction, $"configuration:{environment}:{application}:{platform}");
                var before = await ConfigurationStore.FindAsync(connection, transaction, subject, platform) ?? new BuildConfiguration(new Dictionary<string, ConfigurationField>(), 0);
                var after = await ApplyAsync(connection, transaction, subject, before, patch);
                await store.SaveAsync(connection, transaction, subject, platform, after);
                if (patch.Keys.Any(ConfigurationFieldNames.Signing.Contains))
                    await signing.RequireAsync(connection, transaction, subject, platform);
                await audit.WriteAsync(connection, transaction, caller, "configuration.change", $"{environment}/{application}/{platform}", new { Fields = patch.Keys.Order(StringComparer.Ordinal) });
            },
            cancellation);
    }

    private async Task<BuildConfiguration> ApplyAsync(
        DbConnection connection, DbTransaction transaction, ApplicationInEnvironment subject, BuildConfiguration before, IReadOnlyDictionary<string, string?> patch)
    {
        var now = await connection.ExecuteScalarAsync<long>($"SELECT {database.Now}", transaction: transaction);
        var settings = new Dictionary<string, ConfigurationField>(before.Settings, StringComparer.Ordinal);
        foreach (var (field, value) in patch)
        {
            if (settings.Remove(field, out var old) && old.Secret is { } secret)
                await SecretVault.DeleteAsync(connection, transaction, subject.Organisation, secret);
            if (value is null)
                continue;
            settings[field] = ConfigurationFieldNames.Secrets.Contains(field)
                ? new ConfigurationField(null, await vault.SealAsync(connection, transaction, subject.Organisation, SecretKind.Setting, Encoding.UTF8.GetBytes(value)), now)
                : new ConfigurationField(value, null, now);
        }

        return new BuildConfiguration(settings, now);
    }
}
