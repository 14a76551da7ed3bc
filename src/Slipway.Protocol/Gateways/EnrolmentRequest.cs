using System.Security.Cryptography;
using System.Text;

namespace Slipway.Protocol.Gateways;

/// <summary>A machine's request to enrol: POST <see cref="Path"/>.</summary>
/// <param name="Code">The code.</param>
/// <param name="PublicKey">The machine's P-256 public key: SubjectPublicKeyInfo in base64.</param>
/// <param name="Proof">Proof that the machine has the private key: its signature over the code, r and s, in base64.</param>
public sealed record EnrolmentRequest(string Code, string PublicKey, string Proof)
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/api/v1/servers/enrol";

    private const string Context = "slipway enrolment ";

    /// <summary>Creates the request for a new key.</summary>
    public static EnrolmentRequest Of(string code, ECDsa key) =>
        new(code, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(key.SignData(Signed(code), HashAlgorithmName.SHA256)));

    /// <summary>Returns the public key if the proof is valid; null otherwise.</summary>
    public byte[]? ProvenKey()
    {
        try
        {
            using var key = ECDsa.Create();
            var bytes = Convert.FromBase64String(PublicKey);
            key.ImportSubjectPublicKeyInfo(bytes, out var read);
            var isOnCurve = key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
            return read == bytes.Length && isOnCurve && key.VerifyData(Signed(Code), Convert.FromBase64String(Proof), HashAlgorithmName.SHA256) ? bytes : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Signed(string code) => Encoding.UTF8.GetBytes(Context + code);
}
