using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary>An authority of certificates that the customer's machines trust, and what it issued.</summary>
internal sealed class Certificates
{
    private readonly string _folder;

    public Certificates(string folder)
    {
        _folder = Directory.CreateDirectory(Path.Combine(folder, "certificates")).FullName;
        Node.Local("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", "/CN=Root of the lab", "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", In("ca.key"), "-out", Authority).Well();
    }

    /// <summary>The authority's certificate.</summary>
    public string Authority => In("ca.pem");

    /// <summary>Certificate and key in one file, as HAProxy reads them.</summary>
    public string Issue(string file, params string[] names)
    {
        Node.Local("openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + names[0], "-keyout", Key(file), "-out", In(file + ".csr")).Well();
        var extensions = In(file + ".ext");
        File.WriteAllText(extensions, $"subjectAltName={string.Join(',', names.Select(n => (char.IsAsciiDigit(n[0]) ? "IP:" : "DNS:") + n))}\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth,clientAuth\nauthorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n");
        Node.Local("openssl", "x509", "-req", "-in", In(file + ".csr"), "-CA", Authority, "-CAkey", In("ca.key"), "-CAcreateserial", "-days", "20", "-extfile", extensions, "-out", Certificate(file)).Well();
        File.WriteAllText(In(file + ".both"), File.ReadAllText(Certificate(file)) + File.ReadAllText(Key(file)));
        return Both(file);
    }

    /// <summary>Certificate and key in one file.</summary>
    public string Both(string file) => In(file + ".both");

    /// <summary>The key of a certificate as a service publishes it.</summary>
    public string Pin(string file)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(Certificate(file));
        return "sha256/" + Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>The certificate alone.</summary>
    public string Certificate(string file) => In(file + ".pem");

    /// <summary>The key alone.</summary>
    public string Key(string file) => In(file + ".key");

    private string In(string name) => Path.Combine(_folder, name);
}
