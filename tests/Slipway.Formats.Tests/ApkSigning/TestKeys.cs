using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.ApkSigning;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>Keys of tests, made once in a run.</summary>
internal static class TestKeys
{
    private static readonly Lazy<ApkSigningKey> RsaKey = new(() => OfRsa(2048));
    private static readonly Lazy<ApkSigningKey> LargeRsaKey = new(() => OfRsa(4096));
    private static readonly Lazy<ApkSigningKey> P256Key = new(() => OfEc(ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256));
    private static readonly Lazy<ApkSigningKey> P384Key = new(() => OfEc(ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384));

    public static ApkSigningKey Rsa => RsaKey.Value;

    public static ApkSigningKey LargeRsa => LargeRsaKey.Value;

    public static ApkSigningKey P256 => P256Key.Value;

    public static ApkSigningKey P384 => P384Key.Value;

    public static ApkSigningKey Named(string name) => name switch
    {
        nameof(Rsa) => Rsa,
        nameof(LargeRsa) => LargeRsa,
        nameof(P256) => P256,
        nameof(P384) => P384,
        _ => throw new ArgumentException(name),
    };

    public static ApkSigningKey OfRsa(int bits)
    {
        var key = RSA.Create(bits);
        return Of(key, new CertificateRequest($"CN=RSA {bits}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static ApkSigningKey OfEc(ECCurve curve, HashAlgorithmName hash)
    {
        var key = ECDsa.Create(curve);
        return Of(key, new CertificateRequest($"CN=EC {key.KeySize}", key, hash));
    }

    private static ApkSigningKey Of(AsymmetricAlgorithm key, CertificateRequest request)
    {
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(40));
        return new ApkSigningKey(key, [X509CertificateLoader.LoadCertificate(certificate.RawData)]);
    }
}
