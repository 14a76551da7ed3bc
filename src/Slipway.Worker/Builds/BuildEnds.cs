using Slipway.Protocol.Problems;

namespace Slipway.Worker.Builds;

/// <summary>Classifies the ends of builds without a package.</summary>
internal static class BuildEnds
{
    /// <summary>Returns the end that problems mean: a problem of this machine may not occur on another.</summary>
    public static BuildEnd Of(IEnumerable<Problem> problems) =>
        problems.Any(p => p is { Severity: Severity.Error, Blame: not Blame.User }) ? BuildEnd.Unavailable : BuildEnd.Refused;
}
