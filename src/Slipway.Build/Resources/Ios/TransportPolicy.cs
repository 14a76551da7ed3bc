using System.Net;
using Slipway.Build.Plan.Ios;
using Slipway.Formats.Plist;

namespace Slipway.Build.Resources.Ios;

/// <summary>Makes NSAppTransportSecurity of Info.plist (developer.apple.com, "NSAppTransportSecurity"). Without it, iOS allows only TLS.</summary>
internal static class TransportPolicy
{
    public static IEnumerable<KeyValuePair<string, PlistValue>> Entries(TransportSecurity transport)
    {
        var policy = Describe(transport);
        if (policy.Count > 0)
            yield return new("NSAppTransportSecurity", policy);
    }

    private static PlistDictionary Describe(TransportSecurity transport)
    {
        if (transport.AllowsAnyHost)
            return One("NSAllowsArbitraryLoads");
        var policy = new PlistDictionary();
        // Exceptions by domain do not cover hosts that are found without a DNS server; only this key does.
        if (transport.InsecureHosts.Any(host => IsLocal(host.Name)))
            policy = One("NSAllowsLocalNetworking");
        var named = transport.InsecureHosts.Where(host => host.Name.Contains('.')).OrderBy(host => host.Name, StringComparer.Ordinal).DistinctBy(host => host.Name, StringComparer.OrdinalIgnoreCase);
        var domains = new PlistDictionary(named.Select(host => new KeyValuePair<string, PlistValue>(host.Name.ToLowerInvariant(), Exception(host))));
        return domains.Count > 0 ? policy.With("NSExceptionDomains", domains) : policy;
    }

    private static PlistDictionary Exception(InsecureHost host)
    {
        var exception = One("NSExceptionAllowsInsecureHTTPLoads");
        return host.IncludesSubdomains ? exception.With("NSIncludesSubdomains", new PlistBoolean(true)) : exception;
    }

    private static bool IsLocal(string host) =>
        !host.Contains('.') || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);

    private static PlistDictionary One(string key) => new([new(key, new PlistBoolean(true))]);
}
