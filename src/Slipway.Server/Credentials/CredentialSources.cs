using System.Data.Common;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>Finds and opens what a build refers to.</summary>
internal sealed class CredentialSources(CredentialSecrets secrets, ConfigurationReader configurations)
{
    /// <summary>What was named, or else what the configuration has; null when there is neither.</summary>
    /// <exception cref="ProblemException">What was named is not there, or of another kind.</exception>
    public static async Task<CredentialSource?> FindAsync(DbConnection connection, DbTransaction? transaction, CredentialDemand demand, CredentialKind kind, string? named)
    {
        if (named is not (null or ReservedNames.Configuration))
            return new CredentialSource(await NamedAsync(connection, transaction, demand.Organisation, kind, named));
        var configuration = await ConfigurationReader.FindAsync(connection, transaction, demand.Organisation, demand.EnvironmentKey, demand.ApplicationKey, demand.Platform);
        var found = configuration?.Find(kind);
        if (found is null && named is not null)
            throw new ProblemException(CredentialProblems.Unknown.At($"credentials.{Word(kind)}", $"The configuration has no {Word(kind)} any more."));
        return found;
    }

    /// <summary>Content and passwords.</summary>
    public Task<CredentialContent> OpenAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialSource source) => source.Row is { } row
        ? secrets.OpenAsync(connection, transaction, organisation, row)
        : configurations.OpenAsync(connection, transaction, organisation, source);

    /// <summary>What is known of a credential. One in a configuration is checked here, for it was not when it was set.</summary>
    /// <exception cref="ProblemException">It cannot sign, or has ended.</exception>
    public async Task<CredentialFacts> CheckAsync(DbConnection connection, DbTransaction? transaction, string organisation, CredentialSource source, DateTimeOffset now)
    {
        if (source.Row is { } row)
        {
            if (CredentialWarnings.Expiry(row, now) is { Severity: Severity.Error } expired)
                throw new ProblemException(expired);
            return row.ReadFacts();
        }

        return ContentRules.Check(source.Kind, source.Name, await OpenAsync(connection, transaction, organisation, source), now).Facts;
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
