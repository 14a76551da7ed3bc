using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Shell.Ios;

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
