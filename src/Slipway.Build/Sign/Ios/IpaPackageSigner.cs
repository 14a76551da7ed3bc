using Slipway.Build.Read;
using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Ipa;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build.Sign.Ios;

/// <summary>Signs existing iOS packages by the same rules as builds.</summary>
public static class IpaPackageSigner
{
    /// <summary>Signs a package again. Extensions get the same profile, which must then allow their ids too.</summary>
    /// <param name="package">The package.</param>
    /// <param name="output">Path of the signed package; may be the same path.</param>
    /// <param name="request">Credentials; the entitlements in it apply to the app, not to its extensions.</param>
    /// <param name="bundleId">New id of the app; null keeps it.</param>
    /// <param name="environment">Time and folders.</param>
    /// <param name="notices">Receives warnings and notices.</param>
    /// <param name="cancellation">Cancels the operation and leaves no files behind.</param>
    /// <exception cref="ProblemException">The package, key or profile cannot be used; nothing was written.</exception>
    public static BuildArtifact Sign(
        string package, string output, AppleSigningRequest request, string? bundleId, BuildEnvironment environment, ICollection<Problem> notices, CancellationToken cancellation)
    {
        var identity = Guard(package, () => IpaResigner.Identify(package, bundleId));
        var app = Load(request, identity.BundleId, environment, notices);
        var grants = new Dictionary<string, IpaGrant>(StringComparer.Ordinal) { [identity.BundleId] = Grant(app) };
        foreach (var extension in identity.Extensions)
            grants[extension] = Grant(Load(request with { Entitlements = null }, extension, environment, []));
        var options = new IpaResigning(new CodeSigningOptions(app.Key, app.SigningTime), app.TeamId, grants) { BundleId = bundleId };
        return OutputFile.Write(output, temporary =>
        {
            var result = Guard(package, () => IpaResigner.Resign(package, temporary, options, cancellation));
            foreach (var path in result.Thinned)
                notices.Add(IpaProblems.Thinned.At($"{package} ({path})", "Only the code for 64-bit ARM was kept."));
            return new BuildArtifact("iOS", "ipa", output, result.Size, OutputFile.Hash(temporary));
        });
    }

    private static IosSigning Load(AppleSigningRequest request, string bundleId, BuildEnvironment environment, ICollection<Problem> notices)
    {
        var purpose = IosSigningLoader.Load(request, bundleId, wanted: null, environment.Now);
        foreach (var notice in purpose.Notices)
            notices.Add(notice);
        return purpose.Signing!;
    }

    private static IpaGrant Grant(IosSigning signing) => new(signing.Profile, signing.Entitlements);

    private static T Guard<T>(string package, Func<T> step)
    {
        try
        {
            return ArchiveFaults.Guard(package, step);
        }
        catch (IpaException e)
        {
            throw new ProblemException(Kind(e.Fault).At(e.Entry is null ? package : $"{package} ({e.Entry})", $"The package is refused: {e.Reason}."), e);
        }
        catch (CodeSigningException e)
        {
            throw new ProblemException(IpaProblems.Unsuitable.At(package, $"The package is refused: {e.Message}."), e);
        }
    }

    private static ProblemKind Kind(IpaFault fault) => fault switch
    {
        IpaFault.Encrypted => IpaProblems.Encrypted,
        IpaFault.NestedApp => IpaProblems.NestedApp,
        IpaFault.NoSlice or IpaFault.Simulator => IpaProblems.NotForDevices,
        IpaFault.Identifier => SigningProblems.IdInvalid,
        _ => IpaProblems.Unsuitable,
    };
}
