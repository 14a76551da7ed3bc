namespace Slipway.Protocol.Problems;

/// <summary>The work cannot continue because of problems that people can read about.</summary>
/// <param name="problems">All known problems; at least one is an error.</param>
/// <param name="inner">The exception behind the problems, if any.</param>
public class ProblemException(IReadOnlyList<Problem> problems, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => $"{p.Code} {p.Where}: {p.Message}")), inner)
{
    /// <summary>Creates an exception for a single problem.</summary>
    public ProblemException(Problem problem, Exception? inner = null)
        : this([problem], inner)
    {
    }

    /// <summary>All known problems.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
