using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Verifies a package for iOS as far as that is possible without Apple's keys: archive, code signatures of the app and of what is
/// nested in it, sealed files, and the profile. Whether the root of the certificates is Apple's is not judged.
/// </summary>
public static class IpaVerifier
{
    /// <summary>Verifies any package; everything that is wrong is a finding, never an exception.</summary>
    /// <param name="ipa">The package; it must be able to seek.</param>
    /// <param name="now">The time at which certificates and profiles have to be valid.</param>
    public static IpaVerification Verify(Stream ipa, DateTimeOffset now)
    {
        var findings = new List<IpaFinding>();
        try
        {
            var zip = ZipReader.Open(ipa, ZipReadLimits.ForPackages);
            return new IpaRun(zip, now, findings).Run();
        }
        catch (MalformedInputException broken)
        {
            findings.Add(new IpaFinding(Check.Zip, broken.Entry, broken.Message));
            return new IpaVerification([], null, [], IsSimulator: false, findings);
        }
    }
}
