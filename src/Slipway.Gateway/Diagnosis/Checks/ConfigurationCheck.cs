using Slipway.Gateway.Diagnosis.Proxies;

namespace Slipway.Gateway.Diagnosis.Checks;

/// <summary>C01: which proxy is used, where that is configured, and what of the configuration .NET does not understand.</summary>
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

    public Task<Finding> RunAsync(Examination examination, CancellationToken cancellation) => Task.FromResult(Look(examination));

    private static Finding Look(Examination examination)
    {
        var options = examination.Options;
        if (options.Proxy is { } given)
            return Take(examination, ProxyVariables.Parse(given.OriginalString, "--proxy")).With("source", "--proxy");
        if (options.Server.IsLoopback)
            return Finding.Ok("No proxy: the service is on this machine.");
        var (name, value) = ProxyVariables.First(options.Variable, ProxyVariables.NamesFor(options.Server));
        if (name is null)
            return OfSystem(examination);
        var entries = ProxyVariables.Exceptions(options.Variable);
        var ignored = entries.Select(entry => (Entry: entry, Why: ProxyVariables.WhyIgnored(entry))).Where(e => e.Why is not null).ToList();
        var notes = ignored.Select(e => new Fact("NO_PROXY entry that .NET ignores", $"{e.Entry}: {e.Why}")).ToList();
        if (entries.FirstOrDefault(entry => ProxyVariables.Excepts(entry, options.Server)) is { } exception)
            return Finding.Ok($"No proxy: NO_PROXY has {exception}.").With("source", name).With(notes);
        if (ProxyVariables.Parse(value!, name) is not { } proxy)
        {
            return Finding.Fail("proxy-malformed", $"{name} is not the address of a proxy, so .NET goes without.", $"Set {name} to http://host:port.").With("source", name).With(notes).ByUser().GoOn();
        }

        var finding = Take(examination, proxy).With("source", name).With(notes);
        return ignored.Any(e => IsMeant(e.Entry, options.Server))
            ? finding with { State = CheckState.Fail, Cause = "no-proxy-ignored", Remedy = $"Write {options.Server.Host} into NO_PROXY, or a domain with a dot in front.", Blame = Protocol.Problems.Blame.User, Summary = "An entry of NO_PROXY means the service, but .NET does not understand it: the proxy is used." }
            : finding;
    }

    private static Finding Take(Examination examination, EffectiveProxy? proxy)
    {
        if (proxy is null)
            return Finding.Fail("proxy-malformed", "This is not the address of a proxy.", "Give it as http://host:port.").ByUser();
        examination.Redactor.Add(proxy);
        examination.Proxy = proxy;
        return Finding.Ok($"Through the proxy {proxy.Place} ({proxy.Source}).").With("proxy", Redactor.PlainProxy(proxy.Address)).With("user", proxy.User is null ? "none" : "one is configured");
    }

    // What is configured in Windows, in macOS or by a PAC file is not in variables.
    private static Finding OfSystem(Examination examination)
    {
        var server = examination.Options.Server;
        var system = HttpClient.DefaultProxy;
        return !OperatingSystem.IsLinux() && !system.IsBypassed(server) && system.GetProxy(server) is { } address && address != server
            ? Take(examination, new EffectiveProxy(address, null, null, "system")).With("source", "system")
            : Finding.Ok("No proxy is configured.").With("source", "none");
    }

    // Would a program that understands the entry go past the proxy?
    private static bool IsMeant(string entry, Uri server)
    {
        var plain = entry.Trim();
        if (plain == "*")
            return true;
        if (System.Net.IPNetwork.TryParse(plain, out var network))
            return System.Net.IPAddress.TryParse(server.Host.Trim('[', ']'), out var address) && network.Contains(address);
        if (plain.LastIndexOf(':') is var colon and > 0 && plain.IndexOf(':', StringComparison.Ordinal) == colon)
        {
            if (plain[(colon + 1)..] != server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
                return false;
            plain = plain[..colon];
        }

        return plain.StartsWith("*.", StringComparison.Ordinal)
            ? server.Host.EndsWith(plain[1..], StringComparison.OrdinalIgnoreCase)
            : server.Host.Equals(plain, StringComparison.OrdinalIgnoreCase);
    }
}
