using System.Data.Common;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>
/// Selects the credentials of a build, and reports missing ones before the build is queued: those that the launch names, else
/// those of the application's configuration, else the closest match among the stored ones. A launch without a type uses the
/// configuration's. For debug packages of Android there is always a key; a release key signs them only if the launch names it.
/// </summary>
internal sealed class CredentialSelection(AndroidSelection android, IosSelection ios)
{
    /// <summary>Selects the credentials.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction that creates the build.</param>
    /// <param name="demand">The build.</param>
    /// <exception cref="ProblemException">The build cannot be signed, or this service cannot build its type.</exception>
    public async Task<SelectedCredentials> ResolveAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand)
    {
        var typed = demand with { Type = demand.Type ?? await ConfiguredTypeAsync(connection, transaction, demand) };
        return typed switch
        {
            { Type: MobileBuildType.Bundle } => throw new ProblemException(SigningProblems.BundleRefused.At("type", "The request is for a build of the type Bundle.")),
            { Type: MobileBuildType.AppStore } => throw new ProblemException(AppleSigningProblems.StoreRefused.At("type", "The request is for a build for the App Store.")),
            { Platform: MobilePlatform.Android } => await android.ResolveAsync(connection, transaction, typed),
            { Type: MobileBuildType.Simulator } => new SelectedCredentials(MobileBuildType.Simulator, new LaunchCredentials()),
            _ => await ios.ResolveAsync(connection, transaction, typed),
        };
    }

    private static async Task<MobileBuildType?> ConfiguredTypeAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand)
    {
        var configuration = await ConfiguredCredentialReader.FindAsync(connection, transaction, demand.Organisation, demand.EnvironmentKey, demand.ApplicationKey, demand.Platform);
        return EnumText.TryParse<MobileBuildType>(configuration?.ValueOf(ConfiguredCredentials.BuildType), out var type) ? type : null;
    }
}
