using System.Globalization;
using Slipway.Protocol.Environments;

namespace Slipway.Diagnosis.Environments;

/// <summary>
/// Judges whether one machine, the deployment controller, can be the only one that launches builds. It has to be a front-end, too; the internal address of
/// the environment has to be its address; and people who launch from the IDE and the console have to be connected to it.
/// </summary>
internal static class SingleMachineConditions
{
    /// <summary>The conditions, as the service names them.</summary>
    public static IReadOnlyList<EnvironmentCondition> Judge(EnvironmentView view) =>
    [
        Roles(view),
        Address(view),
        Launches(view, EnvironmentCondition.IdeLaunches, "IDE"),
        Launches(view, EnvironmentCondition.ConsoleLaunches, "Console"),
    ];

    /// <summary>Returns the names of the machines that can be the single one.</summary>
    public static string Names(IReadOnlyList<MachineDescription> servers) =>
        servers.Count == 0 ? "no server" : string.Join(" or ", servers.Select(server => server.Name));

    private static EnvironmentCondition Roles(EnvironmentView view)
    {
        var sole = view.Sole;
        if (sole.Count > 0)
            return new(EnvironmentCondition.ControllerIsFrontEnd, true, $"{Names(sole)} is deployment controller and front-end.");
        var controllers = view.Environment.Machines.Where(EnvironmentView.IsController).ToList();
        return new(
            EnvironmentCondition.ControllerIsFrontEnd,
            false,
            controllers.Count == 0
                ? "No server is a deployment controller."
                : $"{Names(controllers)} is deployment controller, but no front-end: nobody can be connected to it.");
    }

    private static EnvironmentCondition Address(EnvironmentView view)
    {
        if (view.Environment.InternalAddress is not { } address)
            return new(EnvironmentCondition.InternalAddress, null, "The environment has no internal address.");
        var leads = view.Resolved.TryGetValue(address, out var addresses) && addresses.Count > 0
            ? addresses is [var only] && only.ToString() == address ? address : $"{address} ({string.Join(", ", addresses)})"
            : $"{address}, which cannot be resolved from here";
        var me = view.ThisMachine;
        if (view.LeadsHere(address))
        {
            return new(EnvironmentCondition.InternalAddress, me is not null && view.Sole.Contains(me),
                $"The internal address is {leads}: this machine{(me is null ? "" : $", {me.Name}")}.");
        }
        var target = view.Environment.Machines.FirstOrDefault(server => server.Address is { } own && view.LeadToTheSame(own, address));
        return new(
            EnvironmentCondition.InternalAddress,
            target is not null && view.Sole.Contains(target),
            $"The internal address is {leads}: {(target is null ? "none of the environment's servers" : target.Name)}.");
    }

    private static EnvironmentCondition Launches(EnvironmentView view, string name, string channel)
    {
        var ways = view.Launches.Launches.Where(launch => launch.Channel == channel).ToList();
        var (days, sole) = (view.Launches.Days, view.Sole);
        if (ways.Count == 0)
            return new(name, null, $"No {channel} launches in {days} days.");
        var total = ways.Sum(way => way.Count);
        var count = string.Create(CultureInfo.InvariantCulture, $"{total} {channel} {(total == 1 ? "launch" : "launches")} in {days} days");
        var text = ways is [var only]
            ? $"{count}, {(total == 1 ? "" : "all ")}{Through(only)}."
            : $"{count}: {string.Join(", ", ways.Select(way => $"{way.Count} {Through(way)}"))}.";
        var holds = ways.TrueForAll(way => !way.Refused && sole.Any(server => server.Id == way.Machine));
        return new(name, holds,
            holds ? text : $"{text.TrimEnd('.')}: connect those people to {(sole.Count == 0 ? "the deployment controller" : Names(sole))}.");
    }

    private static string Through(LaunchCount way) =>
        $"{(way.MachineName is { } server ? $"through {server}" : "without the proof of a server")}{(way.Refused ? " (refused)" : "")}";
}
