using System.Text.Json;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Diagnostics;

/// <summary>
/// What the service received: ANY <see cref="Path"/>. The response header <see cref="SignatureHeader"/> holds a signed <see cref="EchoStatement"/>.
/// </summary>
/// <param name="Nonce">The query's <c>nonce</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="BodyLength">Bytes of the body.</param>
/// <param name="BodySha256">SHA-256 of the body, hex in lower case.</param>
/// <param name="Headers">Headers whose names begin with <see cref="TestHeaders"/>.</param>
/// <param name="UserAgent">The header User-Agent.</param>
/// <param name="Protocol">HTTP/1.1 or HTTP/2.</param>
/// <param name="Address">Address from which the request came, as the service sees it.</param>
/// <param name="Time">Time by the clock of the service.</param>
public sealed record EchoAnswer(
    string? Nonce, string Method, long BodyLength, string BodySha256, IReadOnlyDictionary<string, string> Headers, string? UserAgent, string Protocol, string? Address, DateTimeOffset Time)
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/api/v1/diagnostics/echo";

    /// <summary>Prefix of the names of headers that the answer repeats.</summary>
    public const string TestHeaders = "Slipway-Test-";

    /// <summary>The header that holds the signed statement.</summary>
    public const string SignatureHeader = "Slipway-Signature";

    /// <summary>Maximum size of a body in bytes.</summary>
    public const int LargestBody = 64 << 10;

    /// <summary>Maximum length of a nonce of letters, digits, - and _.</summary>
    public const int LongestNonce = 128;
}

/// <summary>The signed part of an echo: it proves that the service itself, and nothing on the way, received exactly this request.</summary>
/// <param name="Nonce">The query's <c>nonce</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="BodySha256">SHA-256 of the body, hex in lower case.</param>
/// <param name="Time">Time by the clock of the service.</param>
public sealed record EchoStatement(string? Nonce, string Method, string BodySha256, DateTimeOffset Time)
{
    /// <summary>Value of <c>typ</c> in its signature.</summary>
    public const string Type = "slipway-echo";

    /// <summary>Reads the response header.</summary>
    /// <param name="jws">The header's value.</param>
    /// <param name="key">Key that must have signed it; null to accept the key that it names.</param>
    /// <exception cref="ProblemException">The statement is malformed or not genuine.</exception>
    public static EchoStatement Read(string jws, string? key)
    {
        var (payload, _) = CompactJws.Verify(jws, Type, key, EchoAnswer.SignatureHeader);
        try
        {
            return UntrustedJson.Read(payload, DiagnosticJson.Default.EchoStatement);
        }
        catch (JsonException e)
        {
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(EchoAnswer.SignatureHeader, "The statement is malformed."), e);
        }
    }
}
