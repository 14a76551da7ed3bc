using Slipway.Diagnosis.Ways;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis;

/// <summary>The result of an examination.</summary>
/// <param name="Service">The address of the service.</param>
/// <param name="Proxy">The proxy in use, without a user; null when there is none.</param>
/// <param name="From">The address of this machine on the path to the service; null when there is none.</param>
/// <param name="StartedAt">When the examination began, by this machine's clock.</param>
/// <param name="Elapsed">The duration.</param>
/// <param name="Checks">All checks, in the order in which they depend on each other.</param>
/// <param name="Ways">Which ways to reach the service work from here.</param>
public sealed record DoctorReport(string Service, string? Proxy, string? From, DateTimeOffset StartedAt, TimeSpan Elapsed, IReadOnlyList<CheckResult> Checks,
    IReadOnlyList<WayVerdict> Ways)
{
    /// <summary>The result of the delivery to the service: <c>kept</c>, or why not; null when this machine is not enrolled.</summary>
    public string? Delivery { get; init; }

    /// <summary>The checks that failed by themselves and not because of another one.</summary>
    public IReadOnlyList<CheckResult> Roots => [.. Checks.Where(check => check.IsRoot)];

    /// <summary>Whether the service itself answers; null when unknown.</summary>
    public bool? IsReached => Checks.FirstOrDefault(check => check.Id == "C10") switch
    {
        { State: CheckState.Ok } or { State: CheckState.Fail, Finding.Blocks: false } => true,
        { State: CheckState.Fail } or { State: CheckState.Skipped, Because: not null } => false,
        _ => null,
    };

    /// <summary>The failures as entries of the catalogue.</summary>
    public IReadOnlyList<Problem> Problems =>
        [.. Checks.Where(check => check is { Because: null, Finding.Kind: not null })
            .Select(check => check.Finding.Kind!.At($"{check.Id} {check.Title}", check.Finding.Summary, check.Finding.Remedy ?? check.Finding.Kind.Remedy))];

    /// <summary>Fail when a check failed, otherwise Unknown when a result could not be measured, otherwise Ok.</summary>
    public CheckState State =>
        Checks.Any(check => check.State == CheckState.Fail)
            ? CheckState.Fail
            : Checks.Any(check => check.State == CheckState.Unknown) ? CheckState.Unknown : CheckState.Ok;

    /// <summary>Whether the user on this machine can fix every failure.</summary>
    public bool IsUsersFault => Roots.Count > 0 && Roots.All(root => root.Finding.Blame == Blame.User);

    /// <summary>The most restrictive way that works from here; null when none is known to work.</summary>
    public WayVerdict? Tightest => Ways.FirstOrDefault(way => way.Works == true);
}
