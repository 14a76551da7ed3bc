using Slipway.Protocol.Environments;

namespace Slipway.Server.Environments;

/// <summary>Checks whether one machine can be the only one that launches builds of an environment, from what the service knows.</summary>
internal static class EnvironmentConditions
{
    /// <summary>How many days of launches count.</summary>
    public const int Days = 30;

    /// <summary>Returns the conditions.</summary>
    /// <param name="environment">The environment with its machines.</param>
    /// <param name="launches">Its launches of the last <see cref="Days"/> days.</param>
    public static IReadOnlyList<EnvironmentCondition> Judge(EnvironmentDescription environment, IReadOnlyList<LaunchCount> launches)
    {
        var controllers = environment.Machines.Where(EnvironmentRules.IsSoleMachine).ToList();
        return
        [
            new EnvironmentCondition(
                EnvironmentCondition.ControllerIsFrontEnd,
                controllers.Count > 0,
                controllers.Count > 0 ? $"{Names(controllers)} has both roles." : "No server has both roles, DeploymentController and FrontEnd."),
            JudgeAddress(environment, controllers),
            JudgeLaunches(EnvironmentCondition.IdeLaunches, "IDE", controllers, launches),
            JudgeLaunches(EnvironmentCondition.ConsoleLaunches, "Console", controllers, launches),
        ];
    }

    private static EnvironmentCondition JudgeAddress(EnvironmentDescription environment, List<MachineDescription> controllers)
    {
        if (environment.InternalAddress is not { } address)
            return new EnvironmentCondition(EnvironmentCondition.InternalAddress, null, "The environment has no internal address.");
        var holds = controllers.Exists(server => address.Equals(server.Address, StringComparison.OrdinalIgnoreCase));
        return new EnvironmentCondition(
            EnvironmentCondition.InternalAddress,
            holds,
            $"The internal address is {address}; the deployment controller is {(controllers.Count == 0 ? "not known" : string.Join(", ", controllers.Select(server => server.Address ?? $"{server.Name}, without an address")))}.");
    }

    private static EnvironmentCondition JudgeLaunches(string name, string channel, List<MachineDescription> controllers, IReadOnlyList<LaunchCount> launches)
    {
        var ways = launches.Where(launch => launch.Channel == channel).ToList();
        var total = ways.Sum(way => way.Count);
        if (total == 0)
            return new EnvironmentCondition(name, null, $"Nobody launched on the channel {channel} in {Days} days.");
        var holds = ways.TrueForAll(way => !way.Refused && controllers.Exists(server => server.Id == way.Machine));
        var texts = ways.Select(way => $"{way.Count} {(way.MachineName is { } server ? $"through {server}" : "without the proof of a server")}{(way.Refused ? ", refused" : "")}");
        return new EnvironmentCondition(name, holds, $"{total} launches on the channel {channel} in {Days} days: {string.Join("; ", texts)}.");
    }

    private static string Names(List<MachineDescription> servers) => string.Join(", ", servers.Select(server => server.Name));
}
