using System.Globalization;
using System.Net;
using Slipway.Firewall;
using Slipway.Protocol.Network;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Diagnosis.Checks;

/// <summary>C03: are the service's addresses in the list that the firewall's rules were made from?</summary>
internal sealed class RangesCheck : ICheck
{
    private static readonly RangeFilter Amazon = new("AMAZON", null);

    public string Id => "C03";

    public string Title => "Published addresses";

    public IReadOnlyList<string> Needs => ["C02"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        new("slipway", $"slipway firewall diff {PlainAddress.Of(examination.Options.Ranges ?? "ip-ranges.json")} {RangesSource.Published}"),
        new("curl", $"curl -s {RangesSource.Published} | grep -B2 -A3 CLOUDFRONT"),
    ];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var addresses = examination.Addresses.Where(AddressClassifier.IsPublic).ToList();
        if (addresses.Count == 0)
        {
            return CheckFinding.Skip(examination.Addresses.Count == 0
                    ? "The name is resolved by the proxy."
                    : "The service has no public address; no list contains it.")
                .With("addresses", examination.Addresses.Count == 0 ? null : string.Join(' ', examination.Addresses));
        }

        if (examination.Options.Ranges is not { } location)
            return CheckFinding.Skip("No list was given with --ranges.").With("aliases", Aliases(examination));
        try
        {
            using var handler = new SocketsHttpHandler
            {
                UseProxy = examination.Proxy is not null,
                Proxy = examination.Proxy?.ToWebProxy(),
                ConnectTimeout = examination.Times.Connect
            };
            using var client = new HttpClient(handler) { Timeout = examination.Times.Answer, MaxResponseContentBufferSize = IpRangesReader.MaxBytes };
            return Judge(examination, await new RangesSource(location, client).ReadAsync(cancellation), addresses);
        }
        catch (ProblemException e)
        {
            return CheckFinding.Unknown("ranges-unreadable", e.Problems[0].Message, e.Problems[0].Remedy);
        }
    }

    private static CheckFinding Judge(Examination examination, PublishedRanges ranges, List<IPAddress> addresses)
    {
        var set = ranges.Select(RangeFilter.Cdn);
        var unlisted = addresses.Where(address => !set.Contains(address)).ToList();
        examination.Unlisted = unlisted;
        var age = examination.Options.Clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(ranges.SyncToken);
        var version = string.Create(CultureInfo.InvariantCulture, $"{ranges.CreateDate}, {Math.Max(age.TotalDays, 0):0} days old");
        var amazon = PrefixSet.Of(ranges.Prefixes.Where(Amazon.Takes).Select(p => p.Prefix));
        MeasuredFact[] facts =
        [
            new("list", $"{version}, {RangeFilter.Cdn}"),
            .. addresses.Select(a => new MeasuredFact(a.ToString(),
                set.Prefixes.FirstOrDefault(p => PrefixSet.Of([p]).Contains(a)) is { Width: > 0 } prefix
                    ? $"CLOUDFRONT {prefix}"
                    : amazon.Contains(a) ? "Amazon, but not CLOUDFRONT" : "not in the list")),
        ];
        if (unlisted.Count == 0)
            return CheckFinding.Ok($"All {addresses.Count} addresses are CloudFront's in the list of {version}.").With(facts);
        var missing = string.Join(", ", unlisted);
        return CheckFinding.Fail("ranges-stale", $"{missing} is not in the list of {version}: rules made from it do not let the service through.",
                "Generate the rules again from today's list, and let slipway firewall watch keep them up to date. If the service is not behind CloudFront, allow it by name.")
            .Ask(NetworkTeamRequest.Write(examination, $"please bring the firewall's list of CloudFront addresses up to date: {missing} is missing",
                $"the list is of {version}, and {examination.Host} has the addresses {string.Join(", ", addresses)}"))
            .With(facts).ByUser().GoOn();
    }

    private static string? Aliases(Examination examination) =>
        examination.NameAnswers.SelectMany(answer => answer.Aliases).Distinct().ToList() is { Count: > 0 } aliases ? string.Join(" -> ", aliases) : null;
}
