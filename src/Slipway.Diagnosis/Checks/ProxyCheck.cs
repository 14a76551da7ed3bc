using System.Net;
using System.Net.Sockets;
using Slipway.Diagnosis.Connections;
using Slipway.Diagnosis.Proxies;

namespace Slipway.Diagnosis.Checks;

/// <summary>C06: does the proxy let this machine through to the service?</summary>
internal sealed class ProxyCheck : ICheck
{
    private static readonly string[] Told = ["Via", "Proxy-Agent", "Server", "X-Squid-Error", "X-Cache", "Slipway-Reason", "Slipway-Request", "Proxy-Status"];

    public string Id => "C06";

    public string Title => "Proxy";

    public IReadOnlyList<string> Needs => ["C02"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) => examination.Proxy is null
        ? []
        : [ToolLines.Curl(examination, "-v -o /dev/null"), ToolLines.PowerShell($"Invoke-WebRequest {ReportRedactor.Plain(examination.Options.Service)} -Proxy {ReportRedactor.PlainProxy(examination.Proxy.Address)} -ProxyUseDefaultCredentials")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (examination.Proxy is not { } proxy)
            return CheckFinding.Skip("No proxy is used.");
        var dials = await Task.WhenAll(examination.ProxyAddresses.Select(a => DialAttempt.TryAsync(new IPEndPoint(a, proxy.Address.Port), examination.Times.Connect, cancellation)));
        var facts = dials.Select(d => new MeasuredFact(d.Target.ToString(), d.ToString())).ToList();
        var open = dials.Where(d => d.State == DialOutcome.Open).OrderBy(d => d.Target.AddressFamily == AddressFamily.InterNetworkV6).FirstOrDefault();
        (examination.Answering, examination.Local) = (open?.Target.Address, (open ?? dials[0]).Local);
        if (open is null)
            return Down(examination, proxy, dials).With(facts);
        if (!proxy.SpeaksHttp)
            return CheckFinding.Unknown("proxy-socks", $"{proxy.Place} answers; a proxy of SOCKS cannot be asked more.", "Use the requests below as evidence: they go through it.").With(facts);
        try
        {
            var answer = await AskAsync(examination, proxy, withLogin: false, cancellation);
            var asked = answer;
            if (answer.Status == (int)HttpStatusCode.ProxyAuthenticationRequired && proxy.User is not null && answer.Schemes.Contains("Basic", StringComparer.OrdinalIgnoreCase))
            {
                examination.ProxyWantsLogin = true;
                answer = await AskAsync(examination, proxy, withLogin: true, cancellation);
            }

            return Judge(examination, proxy, asked, answer).With(facts).With("answer", answer.StatusLine).With("schemes offered", asked.Schemes.Count > 0 ? string.Join(", ", asked.Schemes) : null)
                .With(Told.Select(name => new MeasuredFact(name, answer.Find(name) ?? "")).Where(fact => fact.Value.Length > 0)).With("body", answer.Body.Length > 0 ? answer.Body : null);
        }
        catch (ProxyTlsException e)
        {
            return CheckFinding.Fail("proxy-tls", $"The proxy {proxy.Place} {e.Words}.", $"Check whether {proxy.Source} has to begin with http:// instead of https://, and ask the network team for the authority of the proxy's certificate.")
                .Ask(NetworkTeamRequest.Write(examination, $"please tell us whether the proxy {proxy.Place} speaks TLS, and which authority its certificate is of", $"it {e.Words}")).With(facts);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return CheckFinding.Fail("proxy-silent", $"{proxy.Place} can be connected to, but does not answer as a proxy.", "Check that it is a proxy of HTTP, and whether it speaks TLS (https://) or not.")
                .Ask(NetworkTeamRequest.Write(examination, $"please look after the proxy {proxy.Place}", "it accepts connections and does not answer CONNECT")).With(facts);
        }
    }

    private static async Task<ProxyAnswer> AskAsync(Examination examination, EffectiveProxy proxy, bool withLogin, CancellationToken cancellation)
    {
        await using var stream = await ServicePath.OpenProxyAsync(examination, proxy, cancellation);
        return await ServicePath.AskAsync(examination, stream, withLogin, cancellation);
    }

    private static CheckFinding Down(Examination examination, EffectiveProxy proxy, DialAttempt[] dials)
    {
        var cause = dials[0].State == DialOutcome.Refused ? "proxy-refused" : "proxy-down";
        return CheckFinding.Fail(cause, $"The proxy {proxy.Place} cannot be connected to: {dials[0].Words}.", $"Check the address of the proxy in {proxy.Source}; if it is right, ask the network team whether the proxy runs and lets this machine in.")
            .Ask(NetworkTeamRequest.Write(examination, $"please let {NetworkTeamRequest.Source(examination)} use the proxy {proxy.Place}", string.Join("; ", dials.Select(d => $"{d.Target}: {d}"))));
    }

    private static CheckFinding Judge(Examination examination, EffectiveProxy proxy, ProxyAnswer asked, ProxyAnswer answer)
    {
        var place = examination.Place;
        // A page by the absolute form: whatever the service itself may answer, it came through.
        if (answer.IsOpen || (!examination.IsTls && answer.Status is >= 300 and not (403 or 407 or 502 or 503 or 504)))
            return CheckFinding.Ok($"{proxy.Place} lets {place} through{(examination.ProxyWantsLogin ? ", with the password" : "")}.");
        var evidence = $"{proxy.Place} answers \"{answer.StatusLine}\" to the request to reach {place}{(answer.Body.Length > 0 ? $", with the words: {answer.Body}" : "")}";
        return (answer.Status switch
        {
            407 when asked.Schemes.Count > 0 && !asked.Schemes.Contains("Basic", StringComparer.OrdinalIgnoreCase) => CheckFinding.Fail(
                "proxy-407", $"{proxy.Place} wants a login by {string.Join(" or ", asked.Schemes)} (407).", "Ask for an exception for this machine, or put slipway gateway in between, which logs in by Negotiate. On Linux, Negotiate needs libgssapi-krb5-2 and a ticket."),
            407 when proxy.User is null => CheckFinding.Fail("proxy-407", $"{proxy.Place} wants a user and a password (407), and none is configured.", $"Write them into {proxy.Source}: http://user:password@{proxy.Place}. Or ask for an exception for this machine.").ByUser(),
            407 => CheckFinding.Fail("proxy-407", $"{proxy.Place} does not take the user and the password (407).", $"Correct them in {proxy.Source}.").ByUser(),
            403 => CheckFinding.Fail("proxy-403", $"{proxy.Place} forbids {place} (403).", "Ask the network team to put the host of the service on the proxy's list."),
            502 or 503 or 504 => CheckFinding.Fail($"proxy-{answer.Status}", $"{proxy.Place} cannot reach {place} itself ({answer.Status}).", "The proxy's own way is blocked, or it cannot resolve the name: ask the network team. A firewall behind the proxy has to allow it, too."),
            0 => CheckFinding.Fail("proxy-not-http", $"{proxy.Place} does not answer in valid HTTP.", $"Check the address of the proxy in {proxy.Source}."),
            _ => CheckFinding.Fail("proxy-refuses", $"{proxy.Place} answers {answer.Status}.", "Ask the network team what the proxy has against it."),
        }).Ask(NetworkTeamRequest.Write(examination, $"please let {NetworkTeamRequest.Source(examination)} reach {place} through the proxy {proxy.Place}", evidence));
    }
}
