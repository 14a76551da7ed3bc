namespace Slipway.Protocol.Problems;

/// <summary>An entry of the catalogue: everything about a problem that does not depend on the app at hand.</summary>
/// <param name="Code"><c>SLW-AREA-NNNNN</c>; never reused, never renumbered.</param>
/// <param name="Title">A few words, as a heading.</param>
/// <param name="Cause">How an app or a machine gets into this state.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Severity">What it does to the build.</param>
/// <param name="Blame">Who can put it right.</param>
public sealed record ProblemKind(
    string Code,
    string Title,
    string Cause,
    string Remedy,
    Severity Severity = Severity.Error,
    Blame Blame = Blame.User)
{
    /// <summary>This problem in a concrete place.</summary>
    /// <param name="where">File, entry, option or element, as a person would look for it.</param>
    /// <param name="message">What is wrong there, one sentence with a full stop.</param>
    public Problem At(string where, string message) => new(this, where, message, Remedy);

    /// <summary>This problem in a concrete place, with a remedy that names the values at hand.</summary>
    public Problem At(string where, string message, string remedy) => new(this, where, message, remedy);
}
