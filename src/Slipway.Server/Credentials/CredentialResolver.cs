using System.Data.Common;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>Finds and opens the credentials that a build refers to.</summary>
internal sealed class CredentialResolver(CredentialSecrets secrets, ConfiguredCredentialReader configurations)
{
    /// <summary>Returns the named credential, or else the configuration's; null if there is neither.</summary>
    /// <exception cref="ProblemException">The named credential does not exist or has another kind.</exception>
    public static async Task<CredentialReference?> FindAsync(DbConnection connection, DbTransaction? transaction, BuildToSign demand, CredentialKind kind, string? named)
    {
        if (named is not (null or ReservedCredentialNames.Configuration))
            return new CredentialReference(await NamedAsync(connection, transaction, demand.Organisation, kind, named));
        var configuration = await ConfiguredCredentialReader.FindAsync(connection, transaction, demand.Organisation, demand.EnvironmentKey, demand.ApplicationKey, demand.Platform);
        var found = configuration?.Find(kind);
        if (found is null && named is not null)
            throw new ProblemException(CredentialProblems.Unknown.At($"credentials.{Word(kind)}", $"The configuration no longer has a {Word(kind)}."));
        return found;
    }

    /// <summary>Returns content and passwords.</summary>
    public Task<CredentialContent> OpenAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialReference source) => source.Row is { } row
        ? secrets.OpenAsync(connection, transaction, organisation, row)
        : configurations.OpenAsync(connection, transaction, organisation, source);

    /// <summary>Returns the facts about a credential. One in a configuration is checked here, because it was not checked when it was set.</summary>
    /// <exception cref="ProblemException">It cannot sign, or has expired.</exception>
    public async Task<CredentialFacts> CheckAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialReference source, DateTimeOffset now)
    {
        if (source.Row is { } row)
        {
            if (CredentialWarnings.Expiry(row, now) is { Severity: Severity.Error } expired)
                throw new ProblemException(expired);
            return row.ReadFacts();
        }

        return CredentialRules.Check(source.Kind, source.Name, await OpenAsync(connection, transaction, organisation, source), now).Facts;
    }

    private static async Task<CredentialRow> NamedAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialKind kind, string named)
    {
        var row = await CredentialStore.FindAsync(connection, transaction, organisation, named)
            ?? throw new ProblemException(CredentialProblems.Unknown.At($"credentials.{Word(kind)}", $"There is no credential '{named}'."));
        return row.KindOf == kind || (kind, row.KindOf) == (CredentialKind.Keystore, CredentialKind.DebugKeystore)
            ? row
            : throw new ProblemException(CredentialProblems.OtherKind.At($"credentials.{Word(kind)}", $"The credential '{row.Name}' is of the kind {row.Kind}."));
    }

    private static string Word(CredentialKind kind) => kind.ToString().ToLowerInvariant();
}
