using Slipway.Gateway.Diagnosis.Ways;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Diagnosis;

/// <summary>What the doctor found.</summary>
/// <param name="Server">Address of the service.</param>
/// <param name="Proxy">The proxy on the way, without a user; null when there is none.</param>
/// <param name="From">The address of this machine that is used on the way; null when there is none.</param>
/// <param name="StartedAt">When the examination began, by the clock of this machine.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Checks">All checks, in the order in which they build on each other.</param>
/// <param name="Ways">Which ways of reaching the service work from here.</param>
public sealed record DoctorReport(string Server, string? Proxy, string? From, DateTimeOffset StartedAt, TimeSpan Elapsed, IReadOnlyList<CheckResult> Checks, IReadOnlyList<WayVerdict> Ways)
{
    /// <summary>What became of handing the report to the service: <c>kept</c>, or why not; null when this machine is no server of an environment.</summary>
    public string? Delivery { get; init; }

    /// <summary>Checks that failed by themselves, and not because of another.</summary>
    public IReadOnlyList<CheckResult> Roots => [.. Checks.Where(check => check.IsRoot)];

    /// <summary>Does the service itself answer? Null when that is not known.</summary>
    public bool? IsReached => Checks.FirstOrDefault(check => check.Id == "C10") switch
    {
        { State: CheckState.Ok } or { State: CheckState.Fail, Finding.Blocks: false } => true,
        { State: CheckState.Fail } or { State: CheckState.Skipped, Because: not null } => false,
        _ => null,
    };

    /// <summary>What is wrong, as the entries of the catalogue say it.</summary>
    public IReadOnlyList<Problem> Problems =>
        [.. Checks.Where(check => check is { Because: null, Finding.Kind: not null }).Select(check => check.Finding.Kind!.At($"{check.Id} {check.Title}", check.Finding.Summary, check.Finding.Remedy ?? check.Finding.Kind.Remedy))];

    /// <summary>Fail when something failed, Unknown when something could not be measured, else Ok.</summary>
    public CheckState State =>
        Checks.Any(check => check.State == CheckState.Fail) ? CheckState.Fail : Checks.Any(check => check.State == CheckState.Unknown) ? CheckState.Unknown : CheckState.Ok;

    /// <summary>Can the user on this machine put everything right that failed?</summary>
    public bool IsUsersFault => Roots.Count > 0 && Roots.All(root => root.Finding.Blame == Blame.User);

    /// <summary>The tightest way that works from here; null when none is known to.</summary>
    public WayVerdict? Tightest => Ways.FirstOrDefault(way => way.Works == true);
}
