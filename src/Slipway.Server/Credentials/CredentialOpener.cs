using System.Data.Common;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Store;

namespace Slipway.Server.Credentials;

/// <summary>Opens the credentials of a build when a worker claims it. From here to the worker they are in clear, but only in memory and inside TLS.</summary>
internal sealed class CredentialOpener(Database database, CredentialStore store, CredentialResolver sources)
{
    /// <summary>Returns the keystore of a build for Android.</summary>
    /// <param name="demand">The build, with what was selected when it was launched.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">It was removed, has expired since, or is corrupt.</exception>
    public Task<KeystoreCredential> OpenKeystoreAsync(BuildToSign demand, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var (source, content) = await OpenAsync(connection, demand, CredentialKind.Keystore, demand.Named.Keystore);
            return new KeystoreCredential(source.Name, content.Content, content.Password ?? "", content.Alias, content.KeyPassword);
        },
        cancellation);

    /// <summary>Returns the key and the profile of a build for iOS; null for the simulator.</summary>
    /// <param name="demand">The build, with what was selected when it was launched.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">One of them was removed, has expired since, or is corrupt.</exception>
    public async Task<AppleCredentials?> OpenAppleAsync(BuildToSign demand, CancellationToken cancellation) => demand.Named is { Certificate: null, Profile: null }
        ? null
        : await database.ReadAsync(
            async connection =>
            {
                var (certificate, key) = await OpenAsync(connection, demand, CredentialKind.Certificate, demand.Named.Certificate);
                var (profile, content) = await OpenAsync(connection, demand, CredentialKind.Profile, demand.Named.Profile);
                return new AppleCredentials(certificate.Name, key.Content, key.Password ?? "", profile.Name, content.Content) { Chain = key.Chain };
            },
            cancellation);

    private async Task<(CredentialReference Source, CredentialContent Content)> OpenAsync(DbConnection connection, BuildToSign demand, CredentialKind kind, string? reference)
    {
        var source = await CredentialResolver.FindAsync(connection, null, demand, kind, reference)
            ?? throw new ProblemException(CredentialProblems.Unknown.At($"credentials.{kind.ToString().ToLowerInvariant()}", "The build does not say what signs it."));
        // Checks expiry again, because a credential may expire while the build waits. The worker checks the rest again.
        if (source.Row is { } row && CredentialWarnings.Expiry(row, await store.NowAsync(connection)) is { Severity: Severity.Error } expired)
            throw new ProblemException(expired);
        return (source, await sources.OpenAsync(connection, null, demand.Organisation, source));
    }
}
