using Slipway.Connect.Failures;
using Slipway.Diagnosis.Service;

namespace Slipway.Diagnosis.Checks;

/// <summary>C10: is it the service that answers, and do all methods and headers reach it unchanged?</summary>
internal sealed class HttpCheck : ICheck
{
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    public string Id => "C10";

    public string Title => "HTTP";

    public IReadOnlyList<string> Needs => ["C02", "C05", "C06", "C07", "C08"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        ToolLines.Curl(examination, "-sS -i", Protocol.Gateways.ServiceHosts.Path),
        ToolLines.Curl(examination, "-sS -i -X PUT -d test", Protocol.Diagnostics.EchoAnswer.Path + "?nonce=1"),
        ToolLines.PowerShell($"Invoke-RestMethod {ReportRedactor.Plain(examination.Options.Service)}{Protocol.Diagnostics.EchoAnswer.Path}?nonce=1 -Method Put -Body test"),
    ];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        try
        {
            var trouble = await ServiceIdentityReader.ReadAsync(examination, examination.Http, cancellation);
            return trouble is null ? await EchoesAsync(examination, cancellation) : Wrong(examination, trouble);
        }
        catch (Exception e) when (RequestFailures.IsOne(e))
        {
            return CheckFinding.Fail("http-failed", $"There is no answer to a request: {RequestFailures.Describe(e)}.",
                    "The connection is established and encrypted, but requests on it are not answered: ask the service's operator, then the network team.")
                .Ask(NetworkTeamRequest.Write(examination, $"please let HTTPS requests pass to {examination.Host}", RequestFailures.Describe(e)));
        }
    }

    private static CheckFinding Wrong(Examination examination, string trouble) =>
        CheckFinding.Fail("wrong-server", $"Another server answers for {examination.Host}: {trouble}.",
                "Check --service, what the name resolves to, and whether a captive portal is in between.")
            .With("address", examination.Proxy is null ? examination.Answering?.ToString() : null)
            .With("certificate", examination.Tls is { } tls ? $"{tls.Subject}, issued by {tls.Issuer}" : null)
            .With("answer", trouble)
            .Ask(NetworkTeamRequest.Write(examination, $"please tell us who answers for {examination.Host} in its place", trouble));

    private static async Task<CheckFinding> EchoesAsync(Examination examination, CancellationToken cancellation)
    {
        var published = examination.Service.Published!;
        var facts = new List<MeasuredFact> { new("service", published.Hosts.Service), new("key", published.Key) };
        var refused = new List<string>();
        Version? version = null;
        foreach (var method in Methods)
        {
            var echo = await TryAsync(examination, method, cancellation);
            version ??= echo.Version;
            facts.Add(new MeasuredFact(method.Method, echo.Trouble ?? "arrives"));
            if (echo.Trouble is not null)
                refused.Add($"{method.Method}: {echo.Trouble}");
            examination.Service.Echo ??= echo.Answer;
        }

        var finding = Judge(examination, refused).With(facts).With("version", version is null ? null : $"HTTP/{version}");
        return examination.Service.Echo is { } answer
            ? finding.With("version at the service", answer.Protocol)
                .With("user agent there", answer.UserAgent)
                .With($"header {EchoProbe.TestHeader}", answer.Headers.Any(Survives) ? "arrives" : "is lost or changed")
            : finding;
    }

    private static async Task<EchoProbe> TryAsync(Examination examination, HttpMethod method, CancellationToken cancellation)
    {
        try
        {
            return await EchoProbe.SendAsync(examination, examination.Http, method, cancellation);
        }
        catch (Exception e) when (RequestFailures.IsOne(e))
        {
            return new EchoProbe(null, RequestFailures.Describe(e), null);
        }
    }

    private static CheckFinding Judge(Examination examination, List<string> refused)
    {
        if (refused.Count == Methods.Length)
            return Wrong(examination, refused[0]);
        if (refused.Count > 0)
        {
            return CheckFinding.Fail("method-blocked", $"Not every method reaches the service: {string.Join("; ", refused)}.",
                    "A proxy or firewall filters by method: ask the network team to allow all of GET, POST, PUT, PATCH and DELETE.")
                .Ask(NetworkTeamRequest.Write(examination, $"please allow the HTTP methods GET, POST, PUT, PATCH and DELETE to {examination.Host}",
                    string.Join("; ", refused))).GoOn();
        }

        var echo = examination.Service.Echo!;
        if (!echo.Headers.Any(Survives))
        {
            return CheckFinding.Fail("header-lost", $"The header {EchoProbe.TestHeader} does not arrive as it was sent.",
                    "A proxy removes or changes headers: ask the network team to pass them.")
                .Ask(NetworkTeamRequest.Write(examination, $"please pass the headers of requests to {examination.Host} unchanged",
                    $"{EchoProbe.TestHeader} was sent, and {(echo.Headers.Count == 0 ? "nothing" : "something else")} arrived")).GoOn();
        }

        var published = examination.Service.Published!.Hosts;
        var who = examination.Service.Names(examination.Host)
            ? "The service itself answers"
            : $"The service {published.Service} answers, which does not name {examination.Host}: a relay is in between";
        return CheckFinding.Ok($"{who}; {string.Join(", ", Methods.Select(m => m.Method))} and headers arrive.");
    }

    private static bool Survives(KeyValuePair<string, string> header) =>
        header.Key.Equals(EchoProbe.TestHeader, StringComparison.OrdinalIgnoreCase) && header.Value == EchoProbe.TestValue;
}
