using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;
using Slipway.Formats.Plist;
using Slipway.Protocol.Builds;
using Slipway.Signing.Ios;

namespace Slipway.Worker.Pipe;

/// <summary>What a package for iOS is for, without the key.</summary>
/// <param name="Type">One of the types of iOS.</param>
/// <param name="Signing">What the signature says; null for the simulator.</param>
/// <param name="Notices">What does not hinder.</param>
internal sealed record PipedSigningPlan(MobileBuildType Type, PipedSigningPlan.PublicSigning? Signing, IReadOnlyList<PipedProblem> Notices)
{
    /// <summary>The public parts of <see cref="IosSigning"/>.</summary>
    public sealed record PublicSigning(IReadOnlyList<byte[]> Chain, string TeamId, byte[] Profile, byte[] Entitlements, DateTimeOffset SigningTime);

    public static PipedSigningPlan Of(IosSigningPlan purpose) => new(
        purpose.Type,
        purpose.Signing is not { } signing ? null : new PublicSigning(
            [.. signing.Key.Chain.Select(c => c.RawData)],
            signing.TeamId,
            signing.Profile.ToArray(),
            PlistXmlWriter.Write(signing.Entitlements),
            signing.SigningTime),
        PipedProblem.Of(purpose.Notices));

    /// <summary>The purpose, with a key that is held by the worker.</summary>
    public IosSigningPlan Open(HashSigning sign) => new(
        Type,
        Signing is null ? null : new IosSigning(
            HashSigner.Remote([.. Signing.Chain.Select(c => X509CertificateLoader.LoadCertificate(c))], sign),
            Signing.TeamId,
            Signing.Profile,
            PlistReader.ReadDictionary(Signing.Entitlements),
            Signing.SigningTime),
        [.. Notices.Select(n => n.Open()!)]);
}
