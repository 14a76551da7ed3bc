using System.Security.Cryptography;
using Slipway.Build.Inspect;
using Slipway.Build.Read;
using Slipway.Formats.ApkSigning;
using Slipway.Protocol.Problems;
using Slipway.Signing;

namespace Slipway.Build.Sign;

/// <summary>Signs existing Android packages.</summary>
public static class ApkPackageSigner
{
    /// <summary>Signs a package again without changing its content.</summary>
    /// <exception cref="ProblemException">The package or the key cannot be used; nothing was written.</exception>
    public static BuildArtifact Sign(string package, string output, KeystoreRequest request, BuildEnvironment environment, ICollection<Problem> notices, CancellationToken cancellation)
    {
        var identity = ApkInspector.Identify(package);
        var key = SigningKeyLoader.Load(request, environment.Now, notices);
        if (DebugKeyMismatch.FindMismatch(key, identity.Debuggable, package) is { } mismatch)
            notices.Add(mismatch);
        var options = ApkSigningOptions.For([key], identity.MinSdk, identity.TargetSdk);
        return OutputFile.Write(output, temporary => Guard(package, () =>
        {
            var result = ApkResigner.Resign(package, temporary, options, cancellation);
            using var signed = File.OpenRead(temporary);
            return new BuildArtifact("Android", "apk", output, result.Size, Convert.ToHexStringLower(SHA256.HashData(signed)));
        }));
    }

    private static BuildArtifact Guard(string package, Func<BuildArtifact> step)
    {
        try
        {
            return ArchiveFaults.Guard(package, step);
        }
        catch (ApkSigningException e)
        {
            var kind = e.Fault == ApkSigningFault.KeyTooNew ? SigningProblems.KeyTooNew : SigningProblems.KeyUnsuitable;
            throw new ProblemException(kind.At(package, $"{e.Message}."), e);
        }
    }
}
