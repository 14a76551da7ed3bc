using System.Net;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Gateways;

namespace Slipway.Diagnosis.Environments;

/// <summary>An environment as it is known on this machine.</summary>
/// <param name="Environment">The record at the service.</param>
/// <param name="Launches">How builds were launched recently.</param>
/// <param name="Identity">The machine that this one was enrolled as; null when it was not enrolled.</param>
/// <param name="Here">The addresses of this machine.</param>
/// <param name="Resolved">The addresses of the machines' names and of the internal address, as resolved here.</param>
internal sealed record EnvironmentView(
    EnvironmentDescription Environment, LaunchCounts Launches, MachineIdentity? Identity, IReadOnlySet<IPAddress> Here,
    IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> Resolved)
{
    public const string ControllerOnly = "ControllerOnly";

    private const string Controller = "DeploymentController";
    private const string FrontEnd = "FrontEnd";

    /// <summary>Machines that can be the only one that launches builds.</summary>
    public IReadOnlyList<MachineDescription> Sole => [.. Environment.Machines.Where(server => IsController(server) && IsFrontEnd(server))];

    /// <summary>The record of this machine: the one that it was enrolled as, or the one with its address; null when there is none.</summary>
    public MachineDescription? ThisMachine =>
        Environment.Machines.FirstOrDefault(server => server.Id == Identity?.MachineId)
            ?? Environment.Machines.FirstOrDefault(server => server.Address is { } address && LeadsHere(address));

    /// <summary>Whether this machine can prove that it is the one in the record.</summary>
    public bool IsEnrolled => Identity is not null && ThisMachine?.Id == Identity.MachineId;

    /// <summary>Returns whether a name or an address is that of this machine.</summary>
    public bool LeadsHere(string address) => Resolved.TryGetValue(address, out var addresses) && addresses.Any(Here.Contains);

    /// <summary>Returns whether two names or addresses are those of the same machine.</summary>
    public bool LeadToTheSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase)
            || (Resolved.TryGetValue(one, out var a) && Resolved.TryGetValue(other, out var b) && a.Intersect(b).Any());

    public static bool IsController(MachineDescription server) => server.Roles.Contains(Controller);

    public static bool IsFrontEnd(MachineDescription server) => server.Roles.Contains(FrontEnd);
}
