namespace Slipway.Protocol.Problems;

/// <summary>The work cannot go on, for reasons that a person can read.</summary>
/// <param name="problems">All that is known to be wrong; at least one is an error.</param>
/// <param name="inner">What made it known, when that was an exception.</param>
public class ProblemException(IReadOnlyList<Problem> problems, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => $"{p.Code} {p.Where}: {p.Message}")), inner)
{
    /// <summary>For a single problem.</summary>
    public ProblemException(Problem problem, Exception? inner = null)
        : this([problem], inner)
    {
    }

    /// <summary>All that is known to be wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
