using Slipway.Diagnosis.Connections;

namespace Slipway.Diagnosis.Ways;

/// <summary>
/// Judges the five ways to reach the service, the most restrictive first: one machine behind a proxy, one machine, a proxy that allows names, a firewall that
/// allows names, and a firewall that allows the addresses of a CDN, which all of the CDN's customers share.
/// </summary>
internal static class WayJudge
{
    /// <summary>Judges the ways.</summary>
    public static IReadOnlyList<WayVerdict> Judge(Examination examination, bool? reached)
    {
        var direct = Direct(examination, reached);
        var proxy = examination.Proxy is null
            ? new WayVerdict("proxy", null, "No proxy is configured here.")
            : new WayVerdict("proxy", reached,
                reached == true ? $"The service answers through {examination.Proxy.Place}." : "The service does not answer through the proxy.");
        var single = new WayVerdict("single-machine", examination.SingleMachine is { } met ? met && reached == true : null,
            examination.SingleMachine switch
            {
                null => examination.Options.Environment is null ? "Not asked: give --environment." : "Not all conditions are known; see C16.",
                true => "All conditions are met.",
                false => "Not all conditions are met; see C16."
            });
        return [Combination(examination, proxy, single), single, proxy, direct with { Name = "firewall-by-domain" }, ByAddress(examination, direct)];
    }

    // Only a connection without the proxy shows what a firewall lets through.
    private static WayVerdict Direct(Examination examination, bool? reached)
    {
        if (examination.Proxy is null)
        {
            return new WayVerdict("", reached,
                reached == true
                    ? examination.OtherNamesPass == false
                        ? "The service answers, and other names are cut: a filter by name is in force."
                        : "The service answers without a proxy."
                    : "The service does not answer without a proxy.");
        }
        return examination.Dials.Count == 0 ? new WayVerdict("", false, "Without the proxy the name is not known.")
            : examination.Dials.Any(d => d.State == DialOutcome.Open)
                ? new WayVerdict("", null, "Without the proxy, the port answers; whether the service does was not tried.")
            : new WayVerdict("", false, "Without the proxy, the service cannot be connected to.");
    }

    private static WayVerdict ByAddress(Examination examination, WayVerdict direct) => (direct.Works, examination.Unlisted) switch
    {
        (_, { Count: > 0 }) => new("firewall-by-address", false, "Addresses of the service are not in the list; see C03."),
        (true, null) => new("firewall-by-address", null, "Not asked: give the list with --ranges."),
        (true, _) => new("firewall-by-address", true, "All addresses of the service are in the list."),
        _ => new("firewall-by-address", direct.Works, direct.Why),
    };

    private static WayVerdict Combination(Examination examination, WayVerdict proxy, WayVerdict single)
    {
        if (proxy.Works != true)
            return new WayVerdict("combination", proxy.Works, "This requires a proxy that lets the service through.");
        var closed = examination.Dials.All(d => d.State != DialOutcome.Open);
        if (single.Works == true)
            return new WayVerdict("combination", true, "This is the only machine that builds, and it does through the proxy.");
        return closed
            ? new WayVerdict("combination", true, "The proxy leads to the service, and a firewall closes every other way to it.")
            : new WayVerdict("combination", false, "The proxy leads to the service, but so does a direct connection.");
    }
}

/// <summary>Whether a way to reach the service works from here.</summary>
/// <param name="Name">combination, single-machine, proxy, firewall-by-domain, firewall-by-address.</param>
/// <param name="Works">Whether it works; null when unknown.</param>
/// <param name="Why">The reason for the verdict.</param>
public sealed record WayVerdict(string Name, bool? Works, string Why);
