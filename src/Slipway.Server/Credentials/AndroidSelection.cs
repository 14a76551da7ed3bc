using System.Data.Common;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>Selects the keystore of a build for Android.</summary>
internal sealed class AndroidSelection(CredentialStore store, CredentialResolver sources, DebugKeystore debug)
{
    /// <summary>Selects the keystore.</summary>
    /// <exception cref="ProblemException">There is no keystore that can sign.</exception>
    public async Task<SelectedCredentials> ResolveAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand)
    {
        var type = demand.Type ?? MobileBuildType.Debug;
        var now = await store.NowAsync(connection, transaction);
        var source = await CredentialResolver.FindAsync(connection, transaction, demand, CredentialKind.Keystore, demand.Named.Keystore)
            ?? (type == MobileBuildType.Debug ? new CredentialReference(await debug.EnsureAsync(connection, transaction, demand.Organisation)) : await NearestAsync(connection, transaction, demand, now));
        if (type != MobileBuildType.Debug && source.Kind == CredentialKind.DebugKeystore)
            throw new ProblemException(SigningProblems.KeystoreMissing.At("credentials.keystore", "The request is for a release build, but names the debug key."));
        await sources.CheckAsync(connection, transaction, demand.Organisation, source, now);
        return new SelectedCredentials(type, new LaunchCredentials(Keystore: source.Reference));
    }

    private static async Task<CredentialReference> NearestAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand, DateTimeOffset now)
    {
        var serving = await CredentialStore.ServingAsync(connection, transaction, demand.Organisation, CredentialKind.Keystore, demand.EnvironmentKey, demand.ApplicationKey);
        if (serving.Count == 0)
        {
            throw new ProblemException(SigningProblems.KeystoreMissing.At(
                "credentials.keystore", "The request is for a release build, and there is no keystore for the application and the environment.", "Upload one with slipway credentials add, or name one at the launch."));
        }

        var nearest = serving.Where(row => row.Nearness == serving[0].Nearness).ToList();
        var valid = nearest.FindAll(row => CredentialWarnings.Expiry(row, now)?.Kind != SigningProblems.KeyExpired);
        return valid.Count switch
        {
            0 => new CredentialReference(nearest[0]),
            1 => new CredentialReference(valid[0]),
            _ => throw new ProblemException(CredentialProblems.Ambiguous.At("credentials.keystore", $"There are {string.Join(", ", valid.Select(row => $"'{row.Name}'"))}.")),
        };
    }
}
