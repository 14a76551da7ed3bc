using Slipway.Build.Read.Selection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Build.Plan;

/// <summary>A build as requested.</summary>
/// <param name="App">Path of a folder or zip.</param>
/// <param name="OutFolder">Folder for the package; created if it is missing.</param>
/// <param name="Type">Purpose of the package; null for debug, or the type that the profile is for.</param>
public sealed record BuildRequest(string App, string OutFolder, MobileBuildType? Type)
{
    /// <summary>Platforms to build for, each once.</summary>
    public IReadOnlyList<MobilePlatform> Platforms { get; init; } = [MobilePlatform.Android];

    /// <summary>Values that override those of the app.</summary>
    public LaunchOptions Options { get; init; } = new();

    /// <summary>Paths of files that are never packaged: keys, certificates and passwords that options name.</summary>
    public IReadOnlyList<string> PrivateFiles { get; init; } = [];

    /// <summary>Which files are packaged.</summary>
    public FileChoice Files => new(Options.Include, PrivateFiles);

    /// <summary>The key to sign with; null for the debug key.</summary>
    public KeystoreRequest? Keystore { get; init; }

    /// <summary>Certificate and profile for iOS; null if none were given.</summary>
    public AppleSigningRequest? Apple { get; init; }

    /// <summary>URL of the folder from which devices install the package; null for no install page.</summary>
    public Uri? InstallAddress { get; init; }
}
