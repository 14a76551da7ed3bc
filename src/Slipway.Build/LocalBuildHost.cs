using Slipway.Build.Package;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Build.Sign;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Build;

/// <summary>The host of a local build: keys come from files, caches from the cache folder.</summary>
internal sealed class LocalBuildHost(BuildRequest request, BuildEnvironment environment, IProgress<string> progress) : IBuildHost
{
    public SigningKey OpenAndroidKey(ICollection<Problem> notices) => request switch
    {
        { Keystore: { } keystore } => SigningKeyLoader.Load(keystore, environment.Now, notices),
        { Type: null or MobileBuildType.Debug } => DebugKey.GetOrCreate(environment.DataFolder, environment.Now),
        _ => throw new ProblemException(SigningProblems.KeystoreMissing.At("--keystore", "A release build was asked for without a keystore.")),
    };

    public IosSigningPlan OpenIosPurpose(string bundleId) => IosSigningLoader.Load(request.Apple, bundleId, request.Type, environment.Now);

    public TShell GetShell<TShell>(ShellRequest<TShell> shell, CancellationToken cancellation)
        where TShell : class
        => shell.Get(environment.CacheFolder, progress, cancellation);

    public IconSet GetIcons(IconRequest icons) => new IconCache(environment.CacheFolder).GetOrDraw(icons);

    public IKnownHashes OpenHashes(string location) => new KnownHashes(KnownHashes.PathFor(environment.CacheFolder, location));

    public DeflateCacheFile OpenDeflated() => new(DeflatedFolder(environment.CacheFolder));

    /// <summary>Path of the deflated files within a cache folder.</summary>
    internal static string DeflatedFolder(string cacheFolder) => Path.Combine(cacheFolder, "deflate");
}
