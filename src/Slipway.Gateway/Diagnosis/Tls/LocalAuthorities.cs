using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Diagnosis.Tls;

/// <summary>Authorities that somebody added to this machine. What they issue is trusted here, and need not be anywhere else.</summary>
internal static class LocalAuthorities
{
    // Debian and Ubuntu; Red Hat, Fedora and what comes from them; SUSE.
    private static readonly string[] Folders = ["/usr/local/share/ca-certificates", "/etc/pki/ca-trust/source/anchors", "/etc/pki/trust/anchors"];

    // What a distribution brings along, whatever a variable of the process names instead.
    private static readonly string[] Distributed = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"];
    private static readonly string[] Variables = ["SSL_CERT_FILE", "SSL_CERT_DIR"];

    /// <summary>Where a root came from that the system does not bring along; null when it brings it along, or nobody can tell.</summary>
    public static string? SourceOf(byte[] root)
    {
        if (OperatingSystem.IsWindows())
            return OfWindows(root);
        if (Folders.Where(Directory.Exists).SelectMany(Files).FirstOrDefault(file => Holds(file, root)) is { } folder)
            return folder;
        var bundles = Distributed.Where(File.Exists).ToList();
        if (bundles.Exists(file => Holds(file, root)))
            return null;
        // .NET has a store of each user besides, and OpenSSL a folder that anybody with the right to write may add to.
        return Variables.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }) ?? (OperatingSystem.IsLinux() && bundles.Count > 0 ? "what somebody added to this machine" : null);
    }

    // Roots of Microsoft's programme are in AuthRoot; those that a domain or a person added are not.
    private static string? OfWindows(byte[] root)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(root);
        using var programme = new X509Store(StoreName.AuthRoot, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        return programme.Certificates.Find(X509FindType.FindByThumbprint, certificate.GetCertHashString(HashAlgorithmName.SHA1), validOnly: false).Count > 0 ? null : "the machine's own store of roots";
    }

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool Holds(string file, byte[] root)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            var found = certificates.Any(c => c.RawData.AsSpan().SequenceEqual(root));
            foreach (var certificate in certificates)
                certificate.Dispose();
            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
