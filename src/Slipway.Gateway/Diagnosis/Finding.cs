using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Diagnosis;

/// <summary>What a check found.</summary>
/// <param name="State">Well or not.</param>
/// <param name="Summary">One line for a person.</param>
public sealed record Finding(CheckState State, string Summary)
{
    /// <summary>The stable name of what is wrong, such as <c>port-silent</c>; null when nothing is.</summary>
    public string? Cause { get; init; }

    /// <summary>The entry of the catalogue for the cause; null when nothing is wrong.</summary>
    public ProblemKind? Kind => Cause is null ? null : Causes.KindOf(Cause);

    /// <summary>Who can put it right: the user on this machine, the network team, or the service.</summary>
    public Blame Blame { get; init; } = Blame.Network;

    /// <summary>Is everything that builds on it pointless?</summary>
    public bool Blocks { get; init; }

    /// <summary>What was measured.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What to do about it; null when nothing is to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>A paragraph to send to the network team; null when there is nothing to ask of it.</summary>
    public string? Request { get; init; }

    /// <summary>It is as it should be.</summary>
    public static Finding Ok(string summary) => new(CheckState.Ok, summary);

    /// <summary>It does not apply, or nobody asked.</summary>
    public static Finding Skip(string summary) => new(CheckState.Skipped, summary);

    /// <summary>It could not be measured.</summary>
    public static Finding Unknown(string cause, string summary, string remedy) => new(CheckState.Unknown, summary) { Cause = cause, Remedy = remedy };

    /// <summary>It is wrong, and what builds on it cannot be tried.</summary>
    public static Finding Fail(string cause, string summary, string remedy) => new(CheckState.Fail, summary) { Cause = cause, Remedy = remedy, Blocks = true };

    /// <summary>The same with a measured fact more.</summary>
    public Finding With(string name, string? value) => value is null ? this : this with { Facts = [.. Facts, new Fact(name, value)] };

    /// <summary>The same with measured facts more.</summary>
    public Finding With(IEnumerable<Fact> facts) => this with { Facts = [.. Facts, .. facts] };

    /// <summary>The same, with something to ask of the network team.</summary>
    public Finding Ask(string request) => this with { Request = request };

    /// <summary>The same; what builds on it can be tried nevertheless.</summary>
    public Finding GoOn() => this with { Blocks = false };

    /// <summary>The same; the user on this machine can put it right.</summary>
    public Finding ByUser() => this with { Blame = Blame.User };
}
