using Slipway.Protocol.Problems;

namespace Slipway.Server.Launches;

/// <summary>A launch came another way than its environment allows; its transaction is undone, and the attempt is noted after that.</summary>
internal sealed class LaunchRefusedException(Problem problem, RefusedLaunch launch) : ProblemException(problem)
{
    public RefusedLaunch Launch => launch;
}
