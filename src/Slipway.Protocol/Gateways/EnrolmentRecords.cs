using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Slipway.Protocol.Gateways;

/// <summary>A short-lived code with which one machine can enrol once: POST <c>/api/v1/environments/{key}/servers/{id}/enrolment-code</c>.</summary>
/// <param name="Code">The code; shown only here.</param>
/// <param name="ExpiresAt">When it expires.</param>
public sealed record EnrolmentCode(string Code, DateTimeOffset ExpiresAt);

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

/// <summary>The answer to an enrolment.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="MachineId">Id of the machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">Time of the enrolment, by the clock of the service.</param>
public sealed record EnrolmentAnswer(Guid EnvironmentKey, [property: JsonPropertyName("serverId")] Guid MachineId, string Name, IReadOnlyList<string> Roles, DateTimeOffset EnrolledAt);
