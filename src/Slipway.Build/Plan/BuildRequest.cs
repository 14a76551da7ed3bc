using Slipway.Build.Read.Selection;
using Slipway.Protocol.Builds;
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

    /// <summary>Wins over the id that the app gives itself.</summary>
    public string? Id { get; init; }

    /// <summary>Wins over the name that the app gives itself.</summary>
    public string? Name { get; init; }

    /// <summary>Wins over the version that the app gives itself.</summary>
    public string? VersionName { get; init; }

    /// <summary>Wins over the version code that the app gives itself, or that follows from the version.</summary>
    public string? VersionCode { get; init; }

    /// <summary>What was said about the files that become part of the app.</summary>
    public FileChoice Files { get; init; } = FileChoice.None;

    /// <summary>The key to sign with; null for the debug key.</summary>
    public KeystoreRequest? Keystore { get; init; }

    /// <summary>What to sign with for iOS; null when nothing was given.</summary>
    public AppleSigningRequest? Apple { get; init; }

    /// <summary>Address of the folder from which devices will install the package; null when no page is wanted.</summary>
    public Uri? InstallAddress { get; init; }
}
