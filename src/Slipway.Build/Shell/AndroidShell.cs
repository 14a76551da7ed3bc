using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Shell;

/// <summary>A compiled Android shell.</summary>
/// <param name="DexFiles">Contents of <c>classes.dex</c>, <c>classes2.dex</c> and so on.</param>
/// <param name="Fingerprint">Hash of everything that decides its bytes: 64 hexadecimal digits.</param>
/// <param name="Compiler">The Java compiler that compiled it, for provenance: <c>javac 17.0.15</c>.</param>
/// <param name="WasCached">Whether it came from the cache.</param>
public sealed record AndroidShell(IReadOnlyList<ReadOnlyMemory<byte>> DexFiles, string Fingerprint, string Compiler, bool WasCached)
{
    /// <summary>The activity that the app's manifest must declare.</summary>
    public const string MainActivity = "dev.slipway.shell.MainActivity";

    /// <summary>
    /// The content provider that shares files with the camera app. The manifest must declare it, not exported, with
    /// grantUriPermissions, under the authority <c>&lt;package&gt;.slipway.capture</c>.
    /// </summary>
    public const string CaptureProvider = "dev.slipway.shell.CaptureProvider";
}

/// <summary>The requested Android shell. It depends only on what it must run on, not on the app.</summary>
/// <param name="MinSdk">Lowest API level that must run it.</param>
/// <param name="Debug">Whether names of local variables are kept for a debugger.</param>
public sealed record AndroidShellRequest(int MinSdk, bool Debug = false) : ShellRequest<AndroidShell>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override MobilePlatform Platform => MobilePlatform.Android;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsPossible => MinSdk is >= 1 and <= 99;

    /// <inheritdoc/>
    public override AndroidShell? Find(string cacheFolder) => new AndroidShellToolchain(cacheFolder).Find(this);

    /// <inheritdoc/>
    public override AndroidShell WithoutCode() => new([new byte[64]], "", "", WasCached: true);

    /// <inheritdoc/>
    protected override AndroidShell GetOrCompile(string cacheFolder, IProgress<string>? progress, CancellationToken cancellation) =>
        new AndroidShellToolchain(cacheFolder).GetOrCompile(this, progress, cancellation);
}
