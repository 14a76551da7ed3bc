using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Connect.Failures;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Service;

/// <summary>A request that the service describes in its answer, signed together with a random number that nobody could predict.</summary>
/// <param name="Answer">What the service received; null when the answer is not the service's.</param>
/// <param name="Trouble">The problem; null when there is none.</param>
/// <param name="Version">The version of HTTP of the answer, whoever sent it.</param>
internal sealed record EchoProbe(EchoAnswer? Answer, string? Trouble, Version? Version)
{
    // Small, so that a path that loses large packets is reported by the check for it and not as a blocked method.
    private const int BodyLength = 256;

    public const string TestHeader = EchoAnswer.TestHeaders + "One";
    public const string TestValue = "a, \"b\"; c=1";

    /// <summary>Sends a request.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public static async Task<EchoProbe> SendAsync(Examination examination, ServiceHttp http, HttpMethod method, CancellationToken cancellation)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var body = method == HttpMethod.Get ? [] : RandomNumberGenerator.GetBytes(BodyLength);
        using var request = new HttpRequestMessage(method, $"{EchoAnswer.Path}?nonce={nonce}");
        request.Headers.TryAddWithoutValidation(TestHeader, TestValue);
        if (body.Length > 0)
            request.Content = new ByteArrayContent(body);
        var clock = examination.Options.Clock;
        var began = clock.GetUtcNow();
        using var answer = await http.SendAsync(request, cancellation);
        var text = await http.TextAsync(answer, cancellation);
        if (!answer.IsSuccessStatusCode)
            return new EchoProbe(null, RequestFailures.Describe(answer.StatusCode), answer.Version);
        var signed = answer.Headers.TryGetValues(EchoAnswer.SignatureHeader, out var values) ? values.First() : null;
        return Judge(examination, signed, text, method, nonce, body, (began, clock.GetUtcNow()), answer.Version);
    }

    private static EchoProbe Judge(Examination examination, string? signed, string text, HttpMethod method, string nonce, byte[] body,
        (DateTimeOffset From, DateTimeOffset To) time, Version version)
    {
        if (signed is null)
            return new EchoProbe(null, "the answer is not signed", version);
        try
        {
            var key = examination.Options.ServiceKey ?? examination.Service.Published?.Key;
            var statement = EchoStatement.Read(signed, key);
            if (statement.Nonce != nonce)
                return new EchoProbe(null, "the answer is for another request", version);
            if (statement.Method != method.Method)
                return new EchoProbe(null, $"the method became {statement.Method}", version);
            if (statement.BodySha256 != Convert.ToHexStringLower(SHA256.HashData(body)))
                return new EchoProbe(null, "the body was changed", version);
            examination.Service.Clocks = (statement.Time, time.From + (time.To - time.From) / 2);
            return new EchoProbe(JsonSerializer.Deserialize(text, DiagnosticJson.Default.EchoAnswer), null, version);
        }
        catch (Exception e) when (e is ProblemException or JsonException)
        {
            return new EchoProbe(null, e is ProblemException problem ? problem.Problems[0].Message.TrimEnd('.') : "the answer is not JSON", version);
        }
    }
}
