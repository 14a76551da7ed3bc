using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Shell.Ios;

/// <summary>A compiled shell for iOS 15 and later.</summary>
/// <param name="Executable">The Mach-O executable; not signed for devices, signed ad hoc by the linker for the simulator.</param>
/// <param name="Fingerprint">Hash of everything that decides its bytes: 64 hexadecimal digits.</param>
/// <param name="Compiler">The compiler and the linker, for provenance: <c>clang 14.0.6, ld64.lld 19.1.7</c>.</param>
/// <param name="WasCached">Whether it came from the cache.</param>
public sealed record IosShell(ReadOnlyMemory<byte> Executable, string Fingerprint, string Compiler, bool WasCached)
{
    /// <summary>Lowest release of iOS that runs it: MinimumOSVersion of Info.plist.</summary>
    public const string MinimumOs = "15.0";

    /// <summary>The class that the scene manifest of Info.plist must name.</summary>
    public const string SceneDelegate = "SLWSceneDelegate";
}

/// <summary>The requested iOS shell. It depends only on what it must run on, not on the app.</summary>
/// <param name="Variant">What it runs on.</param>
public sealed record IosShellRequest(IosShellVariant Variant) : ShellRequest<IosShell>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override MobilePlatform Platform => MobilePlatform.Ios;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsPossible => Enum.IsDefined(Variant);

    /// <inheritdoc/>
    public override IosShell? Find(string cacheFolder) => new IosShellToolchain(cacheFolder).Find(this);

    /// <inheritdoc/>
    public override IosShell WithoutCode() => new(new byte[64], "", "", WasCached: true);

    /// <inheritdoc/>
    protected override IosShell GetOrCompile(string cacheFolder, IProgress<string>? progress, CancellationToken cancellation) =>
        new IosShellToolchain(cacheFolder).GetOrCompile(this, progress, cancellation);
}

/// <summary>What a shell for iOS runs on.</summary>
public enum IosShellVariant
{
    /// <summary>iPhone and iPad, arm64.</summary>
    Device,

    /// <summary>The simulator on a Mac with an Apple processor.</summary>
    Simulator,
}
