namespace Slipway.Diagnosis;

/// <summary>Separates causes from consequences when all results are known.</summary>
internal static class RootCauses
{
    // The checks whose failure shows that the service cannot be reached as it should be.
    private static readonly string[] Reaching = ["C05", "C06", "C07", "C08", "C10"];

    // In each pair, a failure of the second check explains a failure of the first.
    private static readonly (string Consequence, string Causes, string Because)[] Known =
    [
        ("tls-failed", "large-hello-dropped", "C09"),
        ("tls-clock", "clock-skew", "C13"),
        ("stream-cut", "idle-cut", "C15"),
        // Large packets are lost, whatever they contain.
        ("large-hello-dropped", "upload-stalled", "C11"),
    ];

    /// <summary>Returns whether the checks that depend on this one should be skipped.</summary>
    public static bool Blocks(CheckResult result) =>
        result is { State: CheckState.Fail, Finding.Blocks: true } or { State: CheckState.Skipped, Because: not null };

    /// <summary>Returns the results, each with the check that caused it.</summary>
    public static IReadOnlyList<CheckResult> Explain(IReadOnlyList<CheckResult> measured, Examination examination)
    {
        var results = Names(measured.ToList());
        results = Addresses(results, examination);
        foreach (var (consequence, cause, because) in Known)
        {
            if (results.Exists(r => r.Id == because && r.Finding.Cause == cause))
                results = [.. results.Select(r => r.Finding.Cause == consequence ? r with { Because = because } : r)];
        }

        // When IPv4 does not reach the service either, IPv6 is not the cause.
        if (results.Find(r => r is { Id: "C05" or "C06", State: CheckState.Fail, Finding.Blocks: true }) is { } closed)
            results = [.. results.Select(r => r.Finding.Cause == "ipv6-broken" ? r with { Because = closed.Id } : r)];

        results = [.. results.Select(r => r.Because is { } id && results.Find(x => x.Id == id)?.Because is { } further ? Rename(r, id, further) : r)];
        return Unmeasured(results);
    }

    // Different answers of name servers are a cause when the service cannot be reached, and otherwise harmless.
    private static List<CheckResult> Names(List<CheckResult> results)
    {
        if (results.Find(r => r.Finding.Cause == "name-split") is not { } split)
            return results;
        var failed = results.Where(r => Reaching.Contains(r.Id) && r.State == CheckState.Fail && r.Because is null).Select(r => r.Id).ToHashSet();
        if (failed.Count == 0)
        {
            return results.Exists(r => r is { Id: "C10", State: CheckState.Ok })
                ? [.. results.Select(r => r.Id == split.Id ? r with { Finding = split.Finding with
                {
                    State = CheckState.Ok,
                    Cause = null,
                    Remedy = null,
                    Request = null,
                    Summary = split.Finding.Summary.TrimEnd('.') + "; the service is reached nevertheless."
                } } : r)]
                : results;
        }

        return
        [
            .. results.Select(r => r.Id == split.Id ? r with { Finding = split.Finding with { State = CheckState.Fail, Blocks = true } }
                : failed.Contains(r.Id) ? r with { Because = split.Id }
                : r.Because is { } because && failed.Contains(because) ? Rename(r, because, split.Id) : r),
        ];
    }

    // Addresses that do not answer and are missing in the firewall's list fail because of the list.
    private static List<CheckResult> Addresses(List<CheckResult> results, Examination examination)
    {
        if (examination.Unlisted is not { Count: > 0 } unlisted || results.Find(r => r is { Id: "C03", State: CheckState.Fail }) is null
            || results.Find(r => r is { Id: "C05", State: CheckState.Fail, Because: null }) is null)
        {
            return results;
        }
        var closed = examination.Dials.Where(d => d.State is Connections.DialOutcome.Refused or Connections.DialOutcome.Silent or Connections.DialOutcome.Prohibited)
            .Select(d => d.Target.Address).ToList();
        return closed.Exists(address => !unlisted.Contains(address))
            ? results
            : [.. results.Select(r => r.Id == "C05" ? r with { Because = "C03" } : r.Because == "C05" ? Rename(r, "C05", "C03") : r)];
    }

    // A result that is unknown because another check failed is not a finding of its own.
    private static List<CheckResult> Unmeasured(List<CheckResult> results)
    {
        if (results.Find(r => r.IsRoot && (r.Finding.Blocks || r.Id == "C13")) is not { } root)
            return results;
        return [.. results.Select(r =>
            r is { State: CheckState.Unknown, Because: null, Finding.Cause: "clock-unknown" or "tls-unanswered" or "tls-private-authority" }
                ? r with
                {
                    Because = root.Id,
                    Finding = r.Finding with { State = CheckState.Skipped, Cause = null, Remedy = null, Summary = $"Not known because of {root.Id}." }
                }
                : r)];
    }

    private static CheckResult Rename(CheckResult result, string from, string to) =>
        result with
        {
            Because = to,
            Finding = result.Finding with { Summary = result.Finding.Summary.Replace($"because of {from}.", $"because of {to}.", StringComparison.Ordinal) }
        };
}
