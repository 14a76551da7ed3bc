using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>Addresses that the app may load from name a host. Only those without TLS need an entry in Info.plist.</summary>
internal sealed class TransportOrigins : IRule
{
    private const string Insecure = "http://";

    public IEnumerable<Problem> Check(AppDraft app) =>
        from origin in app.Origins
        where Host(origin.Value) is { } host && host != "*" && !IsHost(host)
        select IosProblems.Origin.At(origin.Where, $"'{origin.Value}' names no host.");

    /// <summary>Returns the servers that a draft that passed the rules may load from without TLS.</summary>
    public static TransportSecurity Of(AppDraft app)
    {
        var hosts = new SortedDictionary<string, InsecureHost>(StringComparer.Ordinal);
        var any = false;
        foreach (var host in app.Origins.Select(o => Host(o.Value)).OfType<string>())
        {
            if (host == "*")
                any = true;
            else
                Add(hosts, host);
        }

        return new TransportSecurity(any, [.. hosts.Values]);
    }

    private static void Add(SortedDictionary<string, InsecureHost> hosts, string host)
    {
        var below = host.StartsWith("*.", StringComparison.Ordinal);
        var name = below ? host[2..] : host;
        hosts[name] = new InsecureHost(name, below || (hosts.TryGetValue(name, out var known) && known.IncludesSubdomains));
    }

    // Returns the host of an address without TLS, * for all hosts, null for an address that needs no entry.
    private static string? Host(string origin)
    {
        if (origin is "*")
            return "*";
        if (!origin.StartsWith(Insecure, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = origin[Insecure.Length..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        var port = authority.LastIndexOf(':');
        return (port < 0 ? authority : authority[..port]).ToLowerInvariant();
    }

    private static bool IsHost(string host)
    {
        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        return Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4;
    }
}
