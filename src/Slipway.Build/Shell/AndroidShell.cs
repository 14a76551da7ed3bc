namespace Slipway.Build.Shell;

/// <summary>A compiled shell.</summary>
/// <param name="DexFiles">Contents of <c>classes.dex</c>, <c>classes2.dex</c> and so on.</param>
/// <param name="Fingerprint">Names what it was compiled from and by: 64 hexadecimal digits.</param>
/// <param name="Compiler">The Java compiler that took part, for provenance: <c>javac 17.0.15</c>.</param>
/// <param name="WasCached">Whether it came from the cache.</param>
public sealed record AndroidShell(IReadOnlyList<ReadOnlyMemory<byte>> DexFiles, string Fingerprint, string Compiler, bool WasCached)
{
    /// <summary>The activity that the app's manifest must declare.</summary>
    public const string MainActivity = "dev.slipway.shell.MainActivity";

    /// <summary>
    /// The content provider that lends files to the camera app; it works where the manifest declares it, not exported, with
    /// grantUriPermissions, under the authority <c>&lt;package&gt;.slipway.capture</c>.
    /// </summary>
    public const string CaptureProvider = "dev.slipway.shell.CaptureProvider";
}
