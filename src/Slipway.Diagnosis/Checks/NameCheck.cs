using System.Net;
using System.Net.Sockets;
using Slipway.Diagnosis.Names;
using Slipway.Protocol.Network;

namespace Slipway.Diagnosis.Checks;

/// <summary>C02: do the names of the service and the proxy resolve, and do all name servers return the same addresses?</summary>
internal sealed class NameCheck : ICheck
{
    public string Id => "C02";

    public string Title => "Names";

    public IReadOnlyList<string> Needs => ["C01"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        new("sh", $"getent ahosts {examination.Host}"),
        ToolLines.Dig($"+short {examination.Host} A {examination.Host} AAAA"),
        .. examination.Options.Resolvers.Select(server => ToolLines.Dig($"@{server} +short {examination.Host} A {examination.Host} AAAA")),
        ToolLines.PowerShell($"Resolve-DnsName {examination.Host}"),
    ];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var patience = examination.Times.Connect;
        if (examination.Proxy is { } proxy)
        {
            var (own, error) = await SystemNames.ResolveAsync(proxy.Address.IdnHost, patience, cancellation);
            if (own.Count == 0)
            {
                return CheckFinding.Fail("proxy-name", $"The name of the proxy, {proxy.Address.IdnHost}, cannot be resolved: {error}.",
                        $"Correct the name of the proxy in {proxy.Source}, or ask the network team for it.").ByUser()
                    .Ask(NetworkTeamRequest.Write(examination, $"please tell us the name of the proxy: {proxy.Address.IdnHost} cannot be resolved", error ?? ""));
            }

            examination.ProxyAddresses = own;
        }

        var (addresses, why) = await SystemNames.ResolveAsync(examination.Host, patience, cancellation);
        examination.Addresses = addresses;
        if (!examination.HasNoName)
        {
            var servers = NameServer.Configured().Concat(examination.Options.Resolvers).Distinct().ToList();
            examination.NameAnswers = await Task.WhenAll(servers.Select(server => new NameServer(server).AskAsync(examination.Host, patience, cancellation)));
            // The search list does not apply to a name with a trailing dot.
            examination.IsSearched = addresses.Count > 0 && !SystemNames.IsInHostsFile(examination.Host)
                && examination.NameAnswers.Any(answer => answer.Answered)
                && examination.NameAnswers.All(answer => answer.Addresses.Count == 0)
                && (await SystemNames.ResolveAsync(examination.Host + ".", patience, cancellation)).Addresses.Count == 0;
        }

        var finding = examination.Proxy is null ? Direct(examination, why) : ByProxy(examination, why);
        return finding.With("system", addresses.Count > 0 ? string.Join(' ', addresses) : why)
            .With(examination.NameAnswers.Select(answer => new MeasuredFact($"name server {answer.Server}", answer.ToString())));
    }

    // The proxy resolves the name; this machine's answer is only informative.
    private static CheckFinding ByProxy(Examination examination, string? why) =>
        CheckFinding.Ok($"The proxy is {string.Join(", ", examination.ProxyAddresses)}; it resolves {examination.Host} itself{(why is null ? "" : " (here the name is not known)")}.");

    private static CheckFinding Direct(Examination examination, string? why)
    {
        var host = examination.Host;
        if (examination.Addresses.Count == 0)
        {
            return CheckFinding.Fail("name-not-resolved", $"{host} cannot be resolved: {why}.",
                    "Check the spelling of --service. If it is right, the name servers of this machine must resolve it, or a proxy must be configured that does.")
                .Ask(NetworkTeamRequest.Write(examination, $"please let our name servers resolve {host}, or tell us the proxy that does",
                    $"{why}; {Answers(examination)}"));
        }

        if (!examination.HasNoName && examination.Addresses.All(IsNowhere))
        {
            return CheckFinding.Fail("name-sinkhole",
                    $"{host} resolves to {string.Join(", ", examination.Addresses)}, which is not a usable address: a filter blocks the name.",
                    "Ask the network team to take the name out of the filter of its name servers.")
                .Ask(NetworkTeamRequest.Write(examination, $"please take {host} out of the filter of the name servers", Answers(examination)));
        }

        if (Disagreement(examination) is { } disagreement)
        {
            // This matters only when the service cannot be reached; RootCauses decides at the end.
            return CheckFinding.Unknown("name-split", $"{host} leads to different places: {disagreement}.",
                    examination.IsSearched
                        ? "Write the whole name, with the domain that this machine appends: the gateway and other machines do not know this one."
                        : "Let all name servers of this machine return the same answer, and check the hosts file.")
                .Ask(NetworkTeamRequest.Write(examination, $"please let all name servers answer the same for {host}",
                    $"this machine resolves it to {string.Join(", ", examination.Addresses)}; {Answers(examination)}"));
        }

        if (IPAddress.TryParse(host, out _))
            return CheckFinding.Ok("The service is called by its address.");
        return CheckFinding.Ok($"{host} is {string.Join(", ", examination.Addresses)}{(SystemNames.IsInHostsFile(host) ? ", by the hosts file" : "")}.");
    }

    // A CDN returns other addresses each time. A difference matters when one side has private addresses and the other public ones, or when one has none.
    private static string? Disagreement(Examination examination)
    {
        foreach (var answer in examination.NameAnswers.Where(answer => answer.Answered))
        {
            if (answer.Addresses.Count == 0)
                return $"{answer.Server} knows no address{(examination.IsSearched ? ", and this machine found it below a domain that it searches (search in resolv.conf)" : "")}";
            foreach (var (mine, theirs) in new[] { AddressFamily.InterNetwork, AddressFamily.InterNetworkV6 }
                .Select(family => (Of(family, examination.Addresses), Of(family, answer.Addresses))))
            {
                if (mine.Count == 0 || theirs.Count == 0 || mine.Intersect(theirs).Any())
                    continue;
                if (mine.Any(AddressClassifier.IsPublic) != theirs.Any(AddressClassifier.IsPublic)
                    || examination.Options.Resolvers.Contains(answer.Server)
                    || SystemNames.IsInHostsFile(examination.Host))
                {
                    return $"this machine says {string.Join(", ", mine)}, and {answer.Server} says {string.Join(", ", theirs)}";
                }
            }
        }

        return null;
    }

    private static List<IPAddress> Of(AddressFamily family, IReadOnlyList<IPAddress> addresses) =>
        [.. addresses.Where(address => address.AddressFamily == family)];

    private static string Answers(Examination examination) =>
        examination.NameAnswers.Count == 0
            ? "no name server is configured"
            : string.Join("; ", examination.NameAnswers.Select(answer => $"{answer.Server} says {answer}"));

    private static bool IsNowhere(IPAddress address) =>
        AddressClassifier.Of(address) is AddressClass.Unspecified or AddressClass.Loopback or AddressClass.Documentation or AddressClass.Multicast;
}
