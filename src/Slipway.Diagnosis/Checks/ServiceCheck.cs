using System.Globalization;
using System.Net;
using Slipway.Connect.Failures;

namespace Slipway.Diagnosis.Checks;

/// <summary>C18: are the service and this program compatible, is the service ready, and does it accept the token?</summary>
internal sealed class ServiceCheck : ICheck
{
    public string Id => "C18";

    public string Title => "Version and token";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.Curl(examination, "-sS", "/health/ready"), ToolLines.Curl(examination, "-sS -i -H @header-with-the-token", "/api/v1/caller")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        try
        {
            var ready = await StatusAsync(examination, "/health/ready", withToken: false, cancellation);
            var finding = ready == HttpStatusCode.OK ? await TokenAsync(examination, cancellation)
                : CheckFinding.Fail("service-not-ready", $"The service is reached, but not ready: {RequestFailures.Describe(ready)}.", "Tell the service's operator.") with
                {
                    Blame = Protocol.Problems.Blame.Slipway
                };
            return finding.With("statement's version", examination.Service.Published?.Hosts.V.ToString(CultureInfo.InvariantCulture))
                .With("ready", ready == HttpStatusCode.OK ? "yes" : RequestFailures.Describe(ready));
        }
        catch (Exception e) when (RequestFailures.IsOne(e))
        {
            return CheckFinding.Fail("http-failed", $"There is no answer: {RequestFailures.Describe(e)}.", "Try again; if it happens each time, ask the network team.").GoOn();
        }
    }

    private static async Task<CheckFinding> TokenAsync(Examination examination, CancellationToken cancellation)
    {
        if (examination.Options.Token is null)
            return CheckFinding.Ok("The service is ready. No token was given, so none was tried.");
        if (examination.Token is null)
            return CheckFinding.Ok("The service is ready. The token was not sent, because it could be read on the way: see C07.");
        var status = await StatusAsync(examination, "/api/v1/caller", withToken: true, cancellation);
        examination.Service.TokenAccepted = status == HttpStatusCode.OK;
        return status switch
        {
            HttpStatusCode.OK => CheckFinding.Ok("The service is ready and knows the token."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                CheckFinding.Fail("token-refused", $"The service does not take the token ({(int)status}).",
                    "Log in again with slipway login, or give another token. If others have no trouble, a proxy removes the header Authorization.").ByUser(),
            _ => CheckFinding.Unknown("token-unknown", $"Whether the token is valid is not known: {RequestFailures.Describe(status)}.", "Try again in a minute."),
        };
    }

    private static async Task<HttpStatusCode> StatusAsync(Examination examination, string path, bool withToken, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await examination.Http.SendAsync(request, cancellation, withToken);
        return answer.StatusCode;
    }
}
