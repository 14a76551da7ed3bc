using System.Text.Json;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Diagnostics;

/// <summary>What the service signs of an echo: whoever reads it knows that the service, and nobody on the way, received just this.</summary>
/// <param name="Nonce">The query's <c>nonce</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="BodySha256">SHA-256 of the body, hex in lower case.</param>
/// <param name="Time">The clock of the service.</param>
public sealed record EchoStatement(string? Nonce, string Method, string BodySha256, DateTimeOffset Time)
{
    /// <summary>The word <c>typ</c> of its signature.</summary>
    public const string Type = "slipway-echo";

    /// <summary>Reads the header of an answer.</summary>
    /// <param name="jws">The header's value.</param>
    /// <param name="key">The key that must have signed it; null to accept the key that it names.</param>
    /// <exception cref="ProblemException">It is of another form, or not genuine.</exception>
    public static EchoStatement Read(string jws, string? key)
    {
        var (payload, _) = CompactJws.Verify(jws, Type, key, EchoAnswer.SignatureHeader);
        try
        {
            return ForeignJson.Read(payload, DiagnosticJson.Default.EchoStatement);
        }
        catch (JsonException e)
        {
            throw new ProblemException(EnvironmentProblems.StatementInvalid.At(EchoAnswer.SignatureHeader, "The statement is not the JSON that is expected."), e);
        }
    }
}
