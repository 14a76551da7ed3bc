using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios;

/// <summary>Reads files with certificates of issuers in DER or PEM.</summary>
internal static class IssuerCertificateReader
{
    public static IReadOnlyList<X509Certificate2> Read(ReadOnlyMemory<byte> content, string path)
    {
        var bytes = content.Span;
        try
        {
            if (bytes is not [0x30, ..])
            {
                var all = new X509Certificate2Collection();
                all.ImportFromPem(System.Text.Encoding.Latin1.GetString(bytes));
                return all.Count > 0 ? [.. all] : throw new ProblemException(Unreadable(path));
            }

            return [X509CertificateLoader.LoadCertificate(bytes)];
        }
        catch (CryptographicException e)
        {
            throw new ProblemException(Unreadable(path), e);
        }
    }

    private static Problem Unreadable(string path) => AppleSigningProblems.ChainFile.At(path, "The file has no readable certificate.");
}
