using System.Text.Json;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Diagnostics;

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
