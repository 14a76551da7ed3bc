using Slipway.Build.Package;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Build.Sign;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build.Tests.Fuzz;

/// <summary>Lends a key that is made once, and shells that are only bytes: what is packed and signed around them is real.</summary>
internal sealed class FuzzHost(BuildEnvironment environment) : IBuildHost
{
    private readonly SigningKey _key = DebugKey.GetOrCreate(environment.DataFolder, environment.Now);

    public SigningKey OpenAndroidKey(ICollection<Problem> notices) => _key;

    public IosSigningPlan OpenIosPurpose(string bundleId) => IosSigningLoader.Load(null, bundleId, null, environment.Now);

    public TShell GetShell<TShell>(ShellRequest<TShell> request, CancellationToken cancellation)
        where TShell : class
        => request.WithoutCode();

    public IconSet GetIcons(IconRequest request) => new IconCache(environment.CacheFolder).GetOrDraw(request);

    public IKnownHashes OpenHashes(string location) => new KnownHashes(KnownHashes.PathFor(environment.CacheFolder, location));

    public DeflateCacheFile OpenDeflated() => new(Path.Combine(environment.CacheFolder, "deflate"));
}
