using Slipway.Protocol.Problems;

namespace Slipway.Server.Launches;

/// <summary>Thrown when the policy of an environment refuses a launch. The transaction is rolled back, and the refusal is recorded after that.</summary>
internal sealed class LaunchRefusedException(Problem problem, RefusedLaunch launch) : ProblemException(problem)
{
    public RefusedLaunch Launch => launch;
}
