using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Builds;

/// <summary>A problem in the service's API.</summary>
/// <param name="Code">The code of the catalogue.</param>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Where">File, entry, option or element.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Blame">User, Network, Machine or Slipway.</param>
public sealed record ProblemDescription(string Code, string Severity, string Where, string Message, string Remedy, string Blame)
{
    /// <summary>Describes a problem for the API.</summary>
    public static ProblemDescription Of(Problem problem) =>
        new(problem.Code, problem.Severity.ToString(), problem.Where, problem.Message, problem.Remedy, problem.Blame.ToString());

    /// <summary>Returns the problem; its kind may be missing from this program's catalogue if the service is newer.</summary>
    public Problem ToProblem()
    {
        var kind = ProblemCatalogue.All.FirstOrDefault(k => k.Code == Code)
            ?? new ProblemKind(
                Code,
                Message,
                "",
                Remedy,
                EnumText.TryParse<Severity>(Severity, out var severity) ? severity : Problems.Severity.Error,
                EnumText.TryParse<Blame>(Blame, out var blame) ? blame : Problems.Blame.Slipway);
        return new Problem(kind, Where, Message, Remedy);
    }
}
