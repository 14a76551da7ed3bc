using System.Data.Common;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Credentials;

/// <summary>
/// Finds what signs a build, and says what is missing before the build is queued: what the launch names, else what the configuration of
/// the application has, else what is nearest among what is kept. For debug packages of Android there is always a key; nobody's
/// release key is taken for them unless somebody says so.
/// </summary>
internal sealed class CredentialSelection(AndroidSelection android, IosSelection ios)
{
    /// <summary>Finds it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction that makes the build.</param>
    /// <param name="demand">The build.</param>
    /// <exception cref="ProblemException">The build cannot be signed; nothing of it can be built.</exception>
    public Task<SelectedCredentials> ResolveAsync(DbConnection connection, DbTransaction transaction, CredentialDemand demand) => demand switch
    {
        { Type: MobileBuildType.Bundle } => throw new ProblemException(SigningProblems.BundleRefused.At("type", "A build of the type Bundle was asked for.")),
        { Type: MobileBuildType.AppStore } => throw new ProblemException(AppleSigningProblems.StoreRefused.At("type", "A build for the App Store was asked for.")),
        { Platform: MobilePlatform.Android } => android.ResolveAsync(connection, transaction, demand),
        { Type: MobileBuildType.Simulator } => Task.FromResult(new SelectedCredentials(MobileBuildType.Simulator, new LaunchCredentials())),
        _ => ios.ResolveAsync(connection, transaction, demand),
    };
}
