using Slipway.Gateway.Administration;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>The state of a gateway at one moment.</summary>
/// <param name="Configuration">The configuration in force.</param>
/// <param name="Proxy">The proxy.</param>
/// <param name="Metrics">The counters.</param>
/// <param name="LogLost">How many decisions could not be written.</param>
/// <param name="HostList">The service's list of hosts; null when no rule refers to it.</param>
/// <param name="WaitsForHostList">Whether a rule refers to the service's hosts and none are known.</param>
/// <param name="IsStopping">Whether the gateway has stopped accepting clients.</param>
internal sealed record GatewayState(GatewayConfiguration Configuration, Proxy Proxy, GatewayMetrics Metrics, long LogLost, ServiceHostList? HostList,
    bool WaitsForHostList, bool IsStopping)
{
    /// <summary>Whether the gateway lets through what its rules allow.</summary>
    public bool IsReady => !WaitsForHostList && !IsStopping;
}

/// <summary>An event of the gateway itself, as opposed to a request.</summary>
/// <param name="Name">The kind of event, one word.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Problems">The problems, if any.</param>
public sealed record GatewayEvent(string Name, string Detail, IReadOnlyList<Problem> Problems);
