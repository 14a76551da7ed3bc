using System.Globalization;
using System.Numerics;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall;

/// <summary>Creates rules from names or from a published list of addresses.</summary>
public static class RuleSets
{
    private const int MaxNameLength = 253;
    private const int MaxLabelLength = 63;

    /// <summary>Creates rules that allow names.</summary>
    /// <exception cref="ProblemException">A name is invalid, or there is none.</exception>
    public static RuleSet ByDomain(IReadOnlyList<string> domains)
    {
        var names = domains.Select(d => d.ToLowerInvariant().TrimEnd('.')).Distinct(StringComparer.Ordinal).ToList();
        if (names.Find(n => !IsName(n)) is { } wrong)
            throw new ProblemException(FirewallProblems.DestinationInvalid.At("--domain", $"{wrong} is not a host name."));
        return names.Count > 0
            ? new RuleSet { Domains = names }
            : throw new ProblemException(FirewallProblems.DestinationInvalid.At("--domain", "Rules by name need at least one name."));
    }

    /// <summary>Creates rules that allow the addresses of a service.</summary>
    /// <param name="ranges">The published list.</param>
    /// <param name="filter">The service.</param>
    /// <param name="fit">The most prefixes of each family; null for no limit.</param>
    /// <param name="maxExtra">The most additional addresses that merging may allow, in percent of those of the family.</param>
    /// <exception cref="ProblemException">The list selects nothing, or merging would allow too many addresses.</exception>
    public static RuleSet ByAddress(PublishedRanges ranges, RangeFilter filter, int? fit, double maxExtra) =>
        ByAddress(ranges, filter, ranges.Select(filter), fit, maxExtra);

    internal static RuleSet ByAddress(PublishedRanges ranges, RangeFilter filter, PrefixSet exact, int? fit, double maxExtra)
    {
        var ipv4 = Fit(exact, exact.Ipv4, fit, maxExtra, out var extra4);
        var ipv6 = Fit(exact, exact.Ipv6, fit, maxExtra, out var extra6);
        return new RuleSet
        {
            Ipv4 = ipv4,
            Ipv6 = ipv6,
            Source = new RuleSource(ranges.SyncToken, ranges.CreateDate, filter, fit, $"{extra4}+{extra6}"),
        };
    }

    private static IReadOnlyList<CidrPrefix> Fit(PrefixSet exact, IReadOnlyList<CidrPrefix> prefixes, int? fit, double maxExtra, out BigInteger extra)
    {
        extra = 0;
        if (fit is not { } limit || prefixes.Count <= limit)
            return prefixes;
        var ipv6 = prefixes[0].IsIpv6;
        var cover = PrefixFit.Cover(prefixes, limit);
        var asked = exact.Count(ipv6);
        extra = PrefixSet.Of(cover).Count(ipv6) - asked;
        var percent = (double)extra / (double)asked * 100;
        // This comparison also refuses NaN.
        if (!(percent <= maxExtra))
        {
            throw new ProblemException(FirewallProblems.TooManyExtra.At(
                $"--fit {limit}",
                string.Create(CultureInfo.InvariantCulture,
                    $"{limit} {(ipv6 ? "IPv6" : "IPv4")} prefixes instead of {prefixes.Count} would allow {extra} more addresses, {percent:0.0} percent; {maxExtra:0.###} percent are accepted.")));
        }

        return cover;
    }

    // Names are written into rule files of many languages, so only plain names are accepted.
    internal static bool IsName(string name) =>
        name.Length <= MaxNameLength
        && name.Split('.') is { Length: > 1 } labels
        && labels.All(l => l.Length is > 0 and <= MaxLabelLength && l[0] != '-' && l[^1] != '-'
        && l.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        && !labels[^1].All(char.IsAsciiDigit);
}
