namespace Slipway.Protocol.Problems;

/// <summary>An entry of the catalogue: the parts of a problem that do not depend on the app.</summary>
/// <param name="Code"><c>SLW-AREA-NNNNN</c>; never reused, never renumbered.</param>
/// <param name="Title">A short heading.</param>
/// <param name="Cause">How an app or a machine comes into this state.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Severity">The effect on the build.</param>
/// <param name="Blame">Who can correct it.</param>
public sealed record ProblemKind(
    string Code,
    string Title,
    string Cause,
    string Remedy,
    Severity Severity = Severity.Error,
    Blame Blame = Blame.User)
{
    /// <summary>Creates this problem for a concrete place.</summary>
    /// <param name="where">File, entry, option or element, as people would look for it.</param>
    /// <param name="message">What is wrong, one sentence with a full stop.</param>
    public Problem At(string where, string message) => new(this, where, message, Remedy);

    /// <summary>Creates this problem for a concrete place, with a remedy that names the values at hand.</summary>
    public Problem At(string where, string message, string remedy) => new(this, where, message, remedy);
}

/// <summary>Who can correct a problem.</summary>
public enum Blame
{
    /// <summary>The person whose app or options these are.</summary>
    User,

    /// <summary>The operator of the machine: for example, a missing tool or a full disk.</summary>
    Machine,

    /// <summary>The network between the user and the service, or a service that does not answer.</summary>
    Network,

    /// <summary>The authors of Slipway.</summary>
    Slipway,
}

/// <summary>The effect of a problem on the build.</summary>
public enum Severity
{
    /// <summary>Information; no action is needed.</summary>
    Notice,

    /// <summary>The build continues, but its result is probably not what was intended.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}
