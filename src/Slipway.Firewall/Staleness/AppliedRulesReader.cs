using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Staleness;

/// <summary>
/// Finds the addresses in the rules of any product: all of them write prefixes, ranges, or an address with a mask.
/// It reads files as well as the rules that a firewall lists.
/// </summary>
public static partial class AppliedRulesReader
{
    /// <summary>The largest accepted file.</summary>
    public const int MaxBytes = 32 << 20;

    /// <summary>Reads rules.</summary>
    /// <param name="text">The file, or the output of a firewall.</param>
    /// <param name="where">Its name, for problems.</param>
    /// <exception cref="ProblemException">The text contains neither a public address nor a name.</exception>
    public static AppliedRules Read(string text, string where)
    {
        var origin = OriginLine.Match(text);
        var ranges = new List<(bool IsIpv6, AddressRange Range)>();
        // Each match is removed from the text, so that a part of it is not read again as something else.
        foreach (var (form, read) in new (Regex, Func<string, string, (bool, AddressRange)?>)[]
            { (Range, ReadRange), (Cidr, ReadCidr), (Masked, ReadMasked), (Single, ReadSingle) })
        {
            text = form.Replace(text, match =>
            {
                if (read(match.Groups["first"].Value, match.Groups["second"].Value) is not { } found)
                    return match.Value;
                ranges.Add(found);
                return " ";
            });
        }

        var byName = !origin.Success && text.Contains("slipway firewall: by name: ", StringComparison.Ordinal);
        // Only public addresses count: others are name servers inside the network or rules that refuse everything.
        var addresses = PrefixSet.Of(ranges.SelectMany(r => PrefixSet.OfRanges([r]).Prefixes).Where(PublicAddresses.IsPlausible));
        if (addresses.IsEmpty && !byName)
            throw new ProblemException(FirewallProblems.RulesNotRecognised.At(where, "There is no public address in it."));
        return new AppliedRules(
            origin.Success ? new ListVersion(long.Parse(origin.Groups["token"].Value, CultureInfo.InvariantCulture), origin.Groups["date"].Value) : null,
            origin.Success
                ? new RangeFilter(origin.Groups["service"].Value, origin.Groups["region"].Value is "all" ? null : origin.Groups["region"].Value)
                : null,
            addresses,
            byName);
    }

    private static (bool, AddressRange)? ReadCidr(string first, string length) =>
        CidrPrefix.TryParse($"{first}/{length}", out var prefix) ? (prefix.IsIpv6, new AddressRange(prefix.First, prefix.Last)) : null;

    private static (bool, AddressRange)? ReadSingle(string text, string nothing) =>
        ReadCidr(text, text.Contains(':', StringComparison.Ordinal) ? "128" : "32");

    private static (bool, AddressRange)? ReadRange(string first, string last) =>
        ReadSingle(first, "") is var (isIpv6, low) && ReadSingle(last, "") is var (alsoIpv6, high) && isIpv6 == alsoIpv6 && low.First <= high.First
            ? (isIpv6, new AddressRange(low.First, high.First))
            : null;

    // A mask begins with its ones, the wildcard of IOS ends with them. 0.0.0.0 is not read as a mask, which would cover everything.
    private static (bool, AddressRange)? ReadMasked(string first, string mask)
    {
        if (!IPAddress.TryParse(first, out var address) || !IPAddress.TryParse(mask, out var second))
            return null;
        var bits = (uint)CidrPrefix.ToNumber(second);
        var host = bits >> 31 == 0 ? bits : ~bits;
        return (host & (host + 1)) == 0 ? ReadCidr(address.ToString(), $"{uint.LeadingZeroCount(host)}") : null;
    }

    [GeneratedRegex(@"slipway firewall: ip-ranges\.json syncToken=(?<token>[0-9]{1,18}) createDate=(?<date>[0-9-]{19}) service=(?<service>[A-Za-z0-9_-]{1,64}) region=(?<region>[A-Za-z0-9_-]{1,64})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex OriginLine { get; }

    [GeneratedRegex(@"(?<![0-9a-fA-F:.])(?<first>[0-9a-fA-F:.]{3,45})\s?-\s?(?<second>[0-9a-fA-F:.]{3,45})(?![0-9a-fA-F:.])", RegexOptions.ExplicitCapture)]
    private static partial Regex Range { get; }

    [GeneratedRegex(@"(?<![0-9a-fA-F:.])(?<first>[0-9a-fA-F:.]{3,45})/(?<second>[0-9]{1,3})(?![0-9.])", RegexOptions.ExplicitCapture)]
    private static partial Regex Cidr { get; }

    [GeneratedRegex(@"(?<![0-9.])(?<first>[0-9]{1,3}(\.[0-9]{1,3}){3}) (?<second>[0-9]{1,3}(\.[0-9]{1,3}){3})(?![0-9.])", RegexOptions.ExplicitCapture)]
    private static partial Regex Masked { get; }

    [GeneratedRegex(@"(?<![\w:.-])(?<first>[0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F]{1,4}:[0-9a-fA-F:]{2,40})(?<second>)(?![\w:.-])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Single { get; }
}
