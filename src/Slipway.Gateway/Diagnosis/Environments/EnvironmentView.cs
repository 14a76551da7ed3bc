using System.Net;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Gateways;

namespace Slipway.Gateway.Diagnosis.Environments;

/// <summary>What is known about an environment from this machine.</summary>
/// <param name="Environment">The record at the service.</param>
/// <param name="Launches">How builds were launched lately.</param>
/// <param name="Identity">Which server this machine was enrolled as; null when it was not.</param>
/// <param name="Here">Addresses of this machine.</param>
/// <param name="Resolved">Where the names of servers and the internal address lead to, seen from here.</param>
internal sealed record EnvironmentView(
    EnvironmentDescription Environment, LaunchCounts Launches, ServerIdentity? Identity, IReadOnlySet<IPAddress> Here, IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> Resolved)
{
    public const string ControllerOnly = "ControllerOnly";

    private const string Controller = "DeploymentController";
    private const string FrontEnd = "FrontEnd";

    /// <summary>Servers that could be the only machine that builds.</summary>
    public IReadOnlyList<ServerDescription> Sole => [.. Environment.Servers.Where(server => IsController(server) && IsFrontEnd(server))];

    /// <summary>The server that this machine is: the one that it was enrolled as, or the one whose address it has; null when it is none.</summary>
    public ServerDescription? Me => Environment.Servers.FirstOrDefault(server => server.Id == Identity?.ServerId) ?? Environment.Servers.FirstOrDefault(server => server.Address is { } address && LeadsHere(address));

    /// <summary>Can this machine prove that it is that server?</summary>
    public bool IsEnrolled => Identity is not null && Me?.Id == Identity.ServerId;

    /// <summary>Does a name or an address lead to this machine?</summary>
    public bool LeadsHere(string address) => Resolved.TryGetValue(address, out var addresses) && addresses.Any(Here.Contains);

    /// <summary>Do two names or addresses lead to the same machine?</summary>
    public bool LeadToTheSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || (Resolved.TryGetValue(one, out var a) && Resolved.TryGetValue(other, out var b) && a.Intersect(b).Any());

    public static bool IsController(ServerDescription server) => server.Roles.Contains(Controller);

    public static bool IsFrontEnd(ServerDescription server) => server.Roles.Contains(FrontEnd);
}
