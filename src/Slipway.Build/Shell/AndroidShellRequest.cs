using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Shell;

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
