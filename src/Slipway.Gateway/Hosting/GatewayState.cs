using Slipway.Gateway.Administration;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Hosting;

/// <summary>How a gateway is at a moment.</summary>
/// <param name="Configuration">What is in force.</param>
/// <param name="Proxy">The proxy.</param>
/// <param name="Metrics">What was counted.</param>
/// <param name="LogLost">Decisions that could not be written.</param>
/// <param name="Builder">The builder's list; null when no rule stands for it.</param>
/// <param name="WaitsForBuilder">A rule stands for the builder's hosts, and none are known.</param>
/// <param name="IsStopping">It takes no more clients.</param>
internal sealed record GatewayState(GatewayConfiguration Configuration, Proxy Proxy, GatewayMetrics Metrics, long LogLost, BuilderHostList? Builder, bool WaitsForBuilder, bool IsStopping)
{
    /// <summary>Does it let through what it should?</summary>
    public bool IsReady => !WaitsForBuilder && !IsStopping;
}
