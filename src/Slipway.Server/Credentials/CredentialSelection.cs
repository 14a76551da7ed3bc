using System.Data.Common;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>
/// Finds what signs a build, and says what is missing before the build is queued: what the launch names, else what the configuration of
/// the application has, else what is nearest among what is kept. A launch that says no type means that of the configuration. For debug packages of Android there is always a key; nobody's
/// release key is taken for them unless somebody says so.
/// </summary>
internal sealed class CredentialSelection(AndroidSelection android, IosSelection ios)
{
    /// <summary>Finds it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction that makes the build.</param>
    /// <param name="demand">The build.</param>
    /// <exception cref="ProblemException">The build cannot be signed; nothing of it can be built.</exception>
    public async Task<SelectedCredentials> ResolveAsync(DbConnection connection, DbTransaction transaction, CredentialDemand demand)
    {
        var typed = demand with { Type = demand.Type ?? await ConfiguredTypeAsync(connection, transaction, demand) };
        return typed switch
        {
            { Type: MobileBuildType.Bundle } => throw new ProblemException(SigningProblems.BundleRefused.At("type", "A build of the type Bundle was asked for.")),
            { Type: MobileBuildType.AppStore } => throw new ProblemException(AppleSigningProblems.StoreRefused.At("type", "A build for the App Store was asked for.")),
            { Platform: MobilePlatform.Android } => await android.ResolveAsync(connection, transaction, typed),
            { Type: MobileBuildType.Simulator } => new SelectedCredentials(MobileBuildType.Simulator, new LaunchCredentials()),
            _ => await ios.ResolveAsync(connection, transaction, typed),
        };
    }

    private static async Task<MobileBuildType?> ConfiguredTypeAsync(DbConnection connection, DbTransaction transaction, CredentialDemand demand)
    {
        var configuration = await ConfigurationReader.FindAsync(connection, transaction, demand.Organisation, demand.EnvironmentKey, demand.ApplicationKey, demand.Platform);
        return EnumText.TryParse<MobileBuildType>(configuration?.ValueOf(ConfiguredCredentials.BuildType), out var type) ? type : null;
    }
}
