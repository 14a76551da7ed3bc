using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>Keys of tests, made once in a run.</summary>
internal static class TestKeys
{
    private static readonly Lazy<SigningKey> RsaKey = new(() => OfRsa(2048));
    private static readonly Lazy<SigningKey> LargeRsaKey = new(() => OfRsa(4096));
    private static readonly Lazy<SigningKey> P256Key = new(() => OfEc(ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256));
    private static readonly Lazy<SigningKey> P384Key = new(() => OfEc(ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384));

    private static readonly Lazy<SigningKey> BrainpoolKey = new(() => OfEc(ECCurve.NamedCurves.brainpoolP256r1, HashAlgorithmName.SHA256));
    private static readonly Lazy<SigningKey> ShortRsaKey = new(() => OfRsa(1024));
    private static readonly Lazy<SigningKey> DsaKey = new(OfDsa);

    public static SigningKey Rsa => RsaKey.Value;

    public static SigningKey LargeRsa => LargeRsaKey.Value;

    public static SigningKey P256 => P256Key.Value;

    public static SigningKey P384 => P384Key.Value;

    /// <summary>On a curve that Android does not know.</summary>
    public static SigningKey Brainpool => BrainpoolKey.Value;

    public static SigningKey ShortRsa => ShortRsaKey.Value;

    /// <summary>Of 1024 bits, as keytool made them when nobody said which.</summary>
    public static SigningKey Dsa => DsaKey.Value;

    public static SigningKey Named(string name) => name switch
    {
        nameof(Rsa) => Rsa,
        nameof(LargeRsa) => LargeRsa,
        nameof(ShortRsa) => ShortRsa,
        nameof(Dsa) => Dsa,
        nameof(P256) => P256,
        nameof(P384) => P384,
        _ => throw new ArgumentException(name),
    };

    public static SigningKey OfRsa(int bits)
    {
        var key = RSA.Create(bits);
        return Of(key, new CertificateRequest($"CN=RSA {bits}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static SigningKey OfEc(ECCurve curve, HashAlgorithmName hash)
    {
        var key = ECDsa.Create(curve);
        return Of(key, new CertificateRequest($"CN=EC {key.KeySize}", key, hash));
    }

    private static SigningKey OfDsa()
    {
        using var folder = new TemporaryFolder();
        ExternalTool.RunWell(
            "keytool", "-genkeypair", "-keystore", folder["dsa.p12"], "-storetype", "PKCS12", "-storepass", "password", "-alias", "key",
            "-dname", "CN=DSA", "-keyalg", "DSA", "-keysize", "1024", "-validity", "9999");
        return Keystore.Load(File.ReadAllBytes(folder["dsa.p12"]), "password").GetKey("key");
    }

    private static SigningKey Of(AsymmetricAlgorithm key, CertificateRequest request)
    {
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(40));
        return new SigningKey(key, [X509CertificateLoader.LoadCertificate(certificate.RawData)]);
    }
}
