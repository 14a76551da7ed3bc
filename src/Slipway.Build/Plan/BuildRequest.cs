using Slipway.Build.Read.Selection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Build.Plan;

/// <summary>What somebody asked for.</summary>
/// <param name="App">Path of a folder or zip.</param>
/// <param name="OutFolder">Where the package goes; made when missing.</param>
/// <param name="Type">What the package is for; null for what needs the least, or what the profile says.</param>
public sealed record BuildRequest(string App, string OutFolder, MobileBuildType? Type)
{
    /// <summary>Platforms to build for, each once.</summary>
    public IReadOnlyList<MobilePlatform> Platforms { get; init; } = [MobilePlatform.Android];

    /// <summary>What wins over what the app says of itself.</summary>
    public LaunchOptions Options { get; init; } = new();

    /// <summary>Paths of files that never become part of the app: those that options name to sign with.</summary>
    public IReadOnlyList<string> PrivateFiles { get; init; } = [];

    /// <summary>What was said about the files that become part of the app.</summary>
    public FileChoice Files => new(Options.Include, PrivateFiles);

    /// <summary>The key to sign with; null for the debug key.</summary>
    public KeystoreRequest? Keystore { get; init; }

    /// <summary>What to sign with for iOS; null when nothing was given.</summary>
    public AppleSigningRequest? Apple { get; init; }

    /// <summary>Address of the folder from which devices will install the package; null when no page is wanted.</summary>
    public Uri? InstallAddress { get; init; }
}
