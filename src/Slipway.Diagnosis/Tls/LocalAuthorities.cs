using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Diagnosis.Tls;

/// <summary>
/// Recognises authorities that were added to this machine, as opposed to those that the system ships. Other machines may not trust their certificates.
/// </summary>
internal static class LocalAuthorities
{
    // Debian and Ubuntu; Red Hat, Fedora and their derivatives; SUSE.
    private static readonly string[] Folders = ["/usr/local/share/ca-certificates", "/etc/pki/ca-trust/source/anchors", "/etc/pki/trust/anchors"];

    // The roots that a distribution ships, even when a variable of the process names others.
    private static readonly string[] Distributed = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem"];
    private static readonly string[] Variables = ["SSL_CERT_FILE", "SSL_CERT_DIR"];

    /// <summary>Returns where a root comes from that the system does not ship; null when the system ships it, or when this is unknown.</summary>
    public static string? SourceOf(byte[] root)
    {
        if (OperatingSystem.IsWindows())
            return OfWindows(root);
        if (Folders.Where(Directory.Exists).SelectMany(Files).FirstOrDefault(file => Holds(file, root)) is { } folder)
            return folder;
        var bundles = Distributed.Where(File.Exists).ToList();
        if (bundles.Exists(file => Holds(file, root)))
            return null;
        // In addition, .NET has a store for each user, and OpenSSL a folder to which anybody with write permission can add.
        return Variables.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })
            ?? (OperatingSystem.IsLinux() && bundles.Count > 0 ? "an authority that was added to this machine" : null);
    }

    // AuthRoot contains the roots of Microsoft's programme, but not those that a domain or a user added.
    private static string? OfWindows(byte[] root)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(root);
        using var programme = new X509Store(StoreName.AuthRoot, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        return programme.Certificates.Find(X509FindType.FindByThumbprint, certificate.GetCertHashString(HashAlgorithmName.SHA1), validOnly: false).Count > 0
            ? null
            : "the machine's own store of roots";
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
