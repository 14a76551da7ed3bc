using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Build;
using Slipway.Build.Package;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Shell;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;
using Slipway.Worker.Builds;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>The host of a sandboxed build: it requests everything from the worker, and only reads the caches.</summary>
internal sealed class PipedBuildHost(HostLink link, BuildOrder order) : IBuildHost
{
    public SigningKey OpenAndroidKey(ICollection<Problem> notices)
    {
        var answer = link.Ask<HostMessage.Key>(new ChildMessage.KeyWanted());
        foreach (var notice in answer.Notices)
            notices.Add(notice.Open()!);
        return HashSigner.Remote([.. answer.Chain.Select(c => X509CertificateLoader.LoadCertificate(c))], Sign);
    }

    public IosSigningPlan OpenIosPurpose(string bundleId) =>
        link.Ask<HostMessage.Purpose>(new ChildMessage.PurposeWanted(bundleId)).Answer.Open(Sign);

    public TShell GetShell<TShell>(ShellRequest<TShell> request, CancellationToken cancellation)
        where TShell : class
    {
        if (request.Find(order.Cache) is { } kept)
            return kept;
        link.Ask<HostMessage.Done>(new ChildMessage.ShellWanted(request));
        return request.Find(order.Cache) ?? throw new IOException("The compiled shell is not in the cache.");
    }

    public IconSet GetIcons(IconRequest request) =>
        link.Ask<HostMessage.Icons>(new ChildMessage.IconsWanted(PipedIcon.Of(request))).Name is { } name
            && IconArchive.Read(File.ReadAllBytes(Path.Combine(order.Prepared, name))) is { } drawn
            ? drawn
            : request.Draw();

    public IKnownHashes OpenHashes(string location) => new ManifestHashes(order.Files.ToDictionary(
        file => $"{location}/{file.Path}",
        file => new ContentDigests(
            new ContentHash(Convert.FromHexString(file.Sha256)),
            file.Sha1 is null ? null : new Sha1Hash(Convert.FromHexString(file.Sha1))),
        StringComparer.Ordinal));

    public DeflateCacheFile OpenDeflated()
    {
        link.Ask<HostMessage.Done>(new ChildMessage.DeflatedWanted());
        return new DeflateCacheFile(Path.Combine(order.Prepared, DeflatedBlobCache.Folder), isReadOnly: true);
    }

    private byte[] Sign(byte[] hash, HashAlgorithmName algorithm) =>
        link.Ask<HostMessage.Signature>(new ChildMessage.SignatureWanted(algorithm.Name!, hash)).Bytes;
}
