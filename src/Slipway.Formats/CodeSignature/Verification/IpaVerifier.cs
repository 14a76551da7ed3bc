using System.Formats.Asn1;
using System.Security.Cryptography;
using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Verifies a package for iOS as far as that is possible without Apple's keys: archive, code signatures of the app and its nested
/// code, sealed files, and the profile. Does not check whether the root certificate is Apple's.
/// </summary>
public static class IpaVerifier
{
    /// <summary>Verifies a package; every fault becomes a finding, never an exception.</summary>
    /// <param name="ipa">The package; the stream must be seekable.</param>
    /// <param name="now">The time at which certificates and profiles must be valid.</param>
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
            findings.Add(new IpaFinding(IpaCheck.Zip, broken.Entry, broken.Message));
            return new IpaVerification([], null, [], IsSimulator: false, findings);
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            // The platform parses fields of certificates lazily, so this can throw late.
            findings.Add(new IpaFinding(IpaCheck.Chain, null, "a certificate of the signature has a field that cannot be read"));
            return new IpaVerification([], null, [], IsSimulator: false, findings);
        }
    }
}
