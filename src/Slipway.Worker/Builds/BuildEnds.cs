using Slipway.Protocol.Problems;

namespace Slipway.Worker.Builds;

/// <summary>How a build ends for which there is no package.</summary>
internal static class BuildEnds
{
    /// <summary>What problems mean: those of this machine may be none on another.</summary>
    public static BuildEnd Of(IEnumerable<Problem> problems) =>
        problems.Any(p => p is { Severity: Severity.Error, Blame: not Blame.User }) ? BuildEnd.Unavailable : BuildEnd.Refused;
}
