using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis;

/// <summary>The finding of a check.</summary>
/// <param name="State">The state of the check.</param>
/// <param name="Summary">One line for people.</param>
public sealed record CheckFinding(CheckState State, string Summary)
{
    /// <summary>The stable name of the cause, such as <c>port-silent</c>; null when nothing is wrong.</summary>
    public string? Cause { get; init; }

    /// <summary>The entry of the catalogue for the cause; null when nothing is wrong.</summary>
    public ProblemKind? Kind => Cause is null ? null : CauseProblems.KindOf(Cause);

    /// <summary>Who can fix it: the user on this machine, the network team, or the service's operator.</summary>
    public Blame Blame { get; init; } = Blame.Network;

    /// <summary>Whether checks that depend on this one are skipped.</summary>
    public bool Blocks { get; init; }

    /// <summary>The measured values.</summary>
    public IReadOnlyList<MeasuredFact> Facts { get; init; } = [];

    /// <summary>How to fix it; null when there is nothing to fix.</summary>
    public string? Remedy { get; init; }

    /// <summary>A paragraph to send to the network team; null when there is no request to it.</summary>
    public string? Request { get; init; }

    /// <summary>A check that passed.</summary>
    public static CheckFinding Ok(string summary) => new(CheckState.Ok, summary);

    /// <summary>A check that does not apply or was not requested.</summary>
    public static CheckFinding Skip(string summary) => new(CheckState.Skipped, summary);

    /// <summary>A check whose result could not be measured.</summary>
    public static CheckFinding Unknown(string cause, string summary, string remedy) => new(CheckState.Unknown, summary) { Cause = cause, Remedy = remedy };

    /// <summary>A check that failed, so that those that depend on it are skipped.</summary>
    public static CheckFinding Fail(string cause, string summary, string remedy) => new(CheckState.Fail, summary) { Cause = cause, Remedy = remedy, Blocks = true };

    /// <summary>Adds a measured value.</summary>
    public CheckFinding With(string name, string? value) => value is null ? this : this with { Facts = [.. Facts, new MeasuredFact(name, value)] };

    /// <summary>Adds measured values.</summary>
    public CheckFinding With(IEnumerable<MeasuredFact> facts) => this with { Facts = [.. Facts, .. facts] };

    /// <summary>Adds a request to the network team.</summary>
    public CheckFinding Ask(string request) => this with { Request = request };

    /// <summary>Lets the checks that depend on this one run nevertheless.</summary>
    public CheckFinding GoOn() => this with { Blocks = false };

    /// <summary>Marks the finding as one that the user on this machine can fix.</summary>
    public CheckFinding ByUser() => this with { Blame = Blame.User };
}
