using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Build;
using Slipway.Build.Package;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Worker.Child;

/// <summary>Supplies the warm-up with a key of its own and with shells without code: nobody receives its package.</summary>
internal sealed class WarmUpHost(string folder) : IBuildHost
{
    public SigningKey OpenAndroidKey(ICollection<Problem> notices)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Warm-up", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        var chain = new[] { X509CertificateLoader.LoadCertificate(certificate.RawData) };
        return HashSigner.Remote(chain, (_, _) => RandomNumberGenerator.GetBytes(64));
    }

    public IosSigningPlan OpenIosPurpose(string bundleId) => new(MobileBuildType.Simulator, null, []);

    public TShell GetShell<TShell>(ShellRequest<TShell> request, CancellationToken cancellation)
        where TShell : class
        => request.Find(folder) ?? request.WithoutCode();

    public IconSet GetIcons(IconRequest request) => request.Draw();

    public IKnownHashes OpenHashes(string location) => new ManifestHashes(new Dictionary<string, ContentDigests>());

    public DeflateCacheFile OpenDeflated() => new(folder);
}
