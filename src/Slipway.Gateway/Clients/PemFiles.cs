using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Gateway.Configuration;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Clients;

/// <summary>Reads certificates and keys from files.</summary>
internal static class PemFiles
{
    /// <summary>Returns all certificates of a file; at least one.</summary>
    /// <exception cref="ProblemException">The file contains no certificate or cannot be read.</exception>
    public static X509Certificate2Collection Certificates(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(path, e is CryptographicException ? "A certificate in it is damaged." : "The file cannot be opened.", e);
        }

        return certificates.Count > 0 ? certificates : throw Unusable(path, "The file contains no certificate in PEM form.", null);
    }

    /// <summary>Returns the certificate of a listener with its key and its intermediate certificates.</summary>
    /// <exception cref="ProblemException">The files cannot be used.</exception>
    public static (X509Certificate2 Own, X509Certificate2Collection Others) Identity(ListenerTls files)
    {
        var all = Certificates(files.Certificate);
        try
        {
            var own = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            all.RemoveAt(0);
            return (own, all);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw Unusable(files.Key,
                e is IOException or UnauthorizedAccessException
                    ? "The file cannot be opened."
                    : "The file is not an unencrypted key in PEM form, or the key does not belong to the certificate.", e);
        }
    }

    private static ProblemException Unusable(string path, string reason, Exception? inner) => new(GatewayProblems.CertificateUnusable.At(path, reason), inner);
}
