using System.Data.Common;
using System.Text;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>Settings in the database; secret ones are in the vault.</summary>
internal sealed class SettingStore(Database database, SecretVault vault, AuditTrail audit)
{
    private const int MostSettings = 5000;

    private const string Of = "organisation_id = @Organisation AND environment_key = @Environment AND application_key = @Application";

    /// <summary>Returns all settings of an app and its libraries.</summary>
    public static async Task<IReadOnlyList<SettingRow>> ListAsync(DbConnection connection, DbTransaction? transaction, ApplicationInEnvironment subject) =>
        [.. await connection.QueryAsync<SettingRow>($"SELECT library_key, key, value, secret, metadata, updated_at FROM extensibility_settings WHERE {Of} ORDER BY library_key, key", subject, transaction)];

    /// <summary>Changes settings.</summary>
    /// <exception cref="ProblemException">A value does not fit its setting, or there are too many.</exception>
    public Task ChangeAsync(Caller caller, Guid environment, Guid application, IReadOnlyList<SettingChange> changes, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var subject = await ApplicationInEnvironment.RequireAsync(connection, transaction, caller.Organisation, environment, application);
            await database.SerialiseAsync(connection, transaction, $"settings:{environment}:{application}");
            var there = (await ListAsync(connection, transaction, subject)).ToDictionary(row => (row.LibraryKey, row.Key));
            if (there.Count + changes.Count > MostSettings)
                throw new ProblemException(ServiceProblems.Invalid.At("settings", $"There would be more than {MostSettings} settings."));
            foreach (var change in changes)
                await ChangeAsync(connection, transaction, subject, change, there.GetValueOrDefault((change.Library, change.Key)));
            await audit.WriteAsync(connection, transaction, caller, "settings.change", $"{environment}/{application}", new { Keys = changes.Select(c => $"{c.Library}/{c.Key}") });
        },
        cancellation);

    private async Task ChangeAsync(DbConnection connection, DbTransaction transaction, ApplicationInEnvironment subject, SettingChange change, SettingRow? old)
    {
        var facts = change.Metadata is { } metadata ? new SettingFacts(metadata) : old is null ? new SettingFacts([]) : SettingFacts.Parse(old.Metadata);
        if (change.Value is { } given && !facts.Takes(given))
            throw new ProblemException(ServiceProblems.Invalid.At(change.Key, $"The value is not of the type {facts.DataType}."));
        var secret = facts.IsSecret && change.Value is { } value
            ? await vault.SealAsync(connection, transaction, subject.Organisation, SecretKind.Setting, Encoding.UTF8.GetBytes(value))
            : null;
        await connection.ExecuteAsync(
            $"""
            INSERT INTO extensibility_settings (environment_key, application_key, library_key, key, organisation_id, value, secret, metadata, updated_at)
            VALUES (@Environment, @Application, @Library, @Key, @Organisation, @value, @secret, @metadata, {database.Now})
            ON CONFLICT (environment_key, application_key, library_key, key)
            DO UPDATE SET value = excluded.value, secret = excluded.secret, metadata = excluded.metadata, updated_at = excluded.updated_at
            """,
            new { subject.Environment, subject.Application, subject.Organisation, change.Library, change.Key, value = secret is null ? change.Value : null, secret, metadata = facts.ToJson() },
            transaction);
        if (old?.Secret is { } outdated)
            await SecretVault.DeleteAsync(connection, transaction, subject.Organisation, outdated);
    }
}

/// <summary>A setting in the database. Without a value and a secret, it has its default.</summary>
internal sealed record SettingRow(string LibraryKey, string Key, string? Value, string? Secret, string Metadata, long UpdatedAt);

/// <summary>A change of a setting.</summary>
/// <param name="Library">The library; empty for the app's own.</param>
/// <param name="Key">The setting.</param>
/// <param name="Value">The new value; null to restore the default.</param>
/// <param name="Metadata">The metadata; null to leave them unchanged.</param>
internal sealed record SettingChange(string Library, string Key, string? Value, IReadOnlyList<Metadata>? Metadata);
