using System.IO.Enumeration;
using Slipway.Diagnosis.Proxies;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Diagnosis.Checks;

/// <summary>C01: which proxy is used, where it is configured, and which settings do not mean what people expect.</summary>
internal sealed class ConfigurationCheck : ICheck
{
    public string Id => "C01";

    public string Title => "Configuration";

    public IReadOnlyList<string> Needs => [];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        new("sh", "env | grep -i _proxy | sed 's|//[^@]*@|//***@|'"),
        ToolLines.PowerShell("Get-ChildItem Env: | Where-Object Name -like '*_proxy' | ForEach-Object { $_.Name }; netsh winhttp show proxy"),
    ];

    public Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation) => Task.FromResult(Look(examination));

    private static CheckFinding Look(Examination examination)
    {
        var options = examination.Options;
        var environment = new ProxyEnvironment(options.Variable);
        ProxyServer? proxy = null;
        try
        {
            proxy = options.Proxy is { } given ? ProxyServer.Parse(given.OriginalString, "--proxy") : environment.For(options.Service);
        }
        catch (ProblemException e)
        {
            var problem = e.Problems[0];
            return CheckFinding.Fail("proxy-malformed",
                    $"{problem.Where} does not name a proxy that can be used: {problem.Message} Builds do not connect; other programs may silently bypass the proxy.",
                    $"Set {problem.Where} to http://host:port.")
                .With("source", problem.Where).ByUser().GoOn();
        }

        if (options.Proxy is not null)
            return Take(examination, proxy!).With("source", "--proxy");
        if (options.Service.IsLoopback)
            return CheckFinding.Ok("No proxy: the service is on this machine.");
        return Judge(examination, environment, proxy)
            .With("entries of NO_PROXY", environment.Exceptions.Entries.Count > 0 ? string.Join(' ', environment.Exceptions.Entries) : null);
    }

    private static CheckFinding Judge(Examination examination, ProxyEnvironment environment, ProxyServer? proxy)
    {
        var server = examination.Options.Service;
        var difference = OtherPrograms.Difference(examination.Options.Variable, server, proxy);
        var others = difference is null ? "" : $" Other programs of .NET {difference}.";
        if (proxy is null)
        {
            return CheckFinding.Ok((environment.Exceptions.Find(server) is { } entry ? $"No proxy: NO_PROXY has {entry}." : "No proxy is configured.") + others)
                .With("source", ProxyVariables.First(examination.Options.Variable, environment.NamesFor(server)).Name ?? "none").With(".NET", difference);
        }

        var finding = Take(examination, proxy).With("source", proxy.Source).With(".NET", difference);
        finding = finding with
        {
            Summary = finding.Summary + (proxy.IsPortGiven ? "" : $" No port is given, so {proxy.Address.Port} is used, as curl does.") + others
        };
        return environment.Exceptions.Entries.FirstOrDefault(entry => IsMeant(entry, server)) is { } meant
            ? finding with
            {
                State = CheckState.Fail,
                Cause = "no-proxy-ignored",
                Remedy = $"Write {server.Host} into NO_PROXY, or a domain with a dot in front.",
                Blame = Blame.User,
                Summary = $"The entry {meant} of NO_PROXY seems to mean the service, but has a form that programs do not understand, so the proxy is used."
            }
            : finding;
    }

    private static CheckFinding Take(Examination examination, ProxyServer configured)
    {
        var proxy = new EffectiveProxy(configured.Address, configured.User, configured.Password, configured.Source);
        examination.Redactor.Add(proxy);
        examination.Proxy = proxy;
        return CheckFinding.Ok($"Through the proxy {proxy.Place} ({proxy.Source}).")
            .With("proxy", ReportRedactor.PlainProxy(proxy.Address))
            .With("user", proxy.User is null ? "none" : "one is configured");
    }

    // Entries that a reader would take for the service: addresses instead of names, semicolons and patterns are common mistakes.
    private static bool IsMeant(string entry, Uri server) => entry.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Any(part =>
        part.Length > 0 && (FileSystemName.MatchesSimpleExpression(part, server.IdnHost) || ProxyExceptions.Excepts(part, server)));

    private static string Plain(string part) => part.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? part[(scheme + 3)..].TrimEnd('/') : part;
}
