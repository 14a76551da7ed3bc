using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios.Rules;

namespace Slipway.Signing.Ios;

/// <summary>Loads key and profile for an app, and checks before the build that they match each other and the app.</summary>
public static class IosSigningLoader
{
    /// <summary>Determines the type of a package for iOS, and how it is signed.</summary>
    /// <param name="request">Key and profile; null for a build for the simulator.</param>
    /// <param name="bundleId">The id of the app.</param>
    /// <param name="wanted">The requested type of the package; null to use that of the profile.</param>
    /// <param name="now">The time at which certificates and profiles must be valid.</param>
    /// <exception cref="ProblemException">The app cannot be signed; the exception lists all problems.</exception>
    public static IosSigningPlan Load(AppleSigningRequest? request, string bundleId, MobileBuildType? wanted, DateTimeOffset now)
    {
        if (wanted == MobileBuildType.Simulator)
            return new IosSigningPlan(MobileBuildType.Simulator, null, []);
        return request is null ? WithoutCredentials(wanted) : WithCredentials(request, bundleId, wanted, now);
    }

    private static IosSigningPlan WithoutCredentials(MobileBuildType? wanted) => wanted switch
    {
        null => new IosSigningPlan(MobileBuildType.Simulator, null, [AppleSigningProblems.SimulatorChosen.At("--certificate", "There is no certificate, so the app runs on the simulator only.")]),
        MobileBuildType.AppStore => throw new ProblemException(AppleSigningProblems.StoreRefused.At("--type", "A build for the App Store was asked for.")),
        { } type => throw new ProblemException(AppleSigningProblems.CredentialsMissing.At("--certificate", $"A build for {AppleTypes.Name(type)} was asked for without a certificate and a profile.")),
    };

    private static IosSigningPlan WithCredentials(AppleSigningRequest request, string bundleId, MobileBuildType? wanted, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        var files = AppleFiles.Read(request, problems);
        var key = files.KeyFor(files.Profile);
        var facts = new AppleFacts
        {
            Request = request,
            BundleId = bundleId,
            Wanted = wanted,
            Now = now,
            Candidates = [.. files.Keys.Select(k => k.Certificate)],
            Chain = key is null ? null : CertificateChain.Complete(key.Certificate, [.. key.Chain.Skip(1), .. files.Issuers]),
            Certificate = key is null ? null : AppleCertificate.Describe(key.Certificate),
            Profile = files.Profile,
            Asked = files.Entitlements,
        };
        problems.AddRange(AppleRuleBook.Check(facts));
        if (key is null || facts.Chain is null || files.Profile is null || problems.Exists(p => p.Severity == Severity.Error))
            throw new ProblemException(problems);
        var team = facts.Certificate!.Team!;
        var signing = new IosSigning(
            key with { Chain = facts.Chain.Certificates },
            team,
            files.ProfileBytes,
            AppEntitlements.For(files.Profile, team, bundleId, files.Entitlements),
            request.SigningTime ?? now);
        return new IosSigningPlan(facts.Type!.Value, signing, problems);
    }
}
