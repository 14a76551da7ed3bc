using System.Formats.Asn1;
using System.Security.Cryptography;
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
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            // Certificates are parsed when their fields are asked for.
            findings.Add(new IpaFinding(Check.Chain, null, "a certificate of the signature has a field that cannot be read"));
            return new IpaVerification([], null, [], IsSimulator: false, findings);
        }
    }
}
