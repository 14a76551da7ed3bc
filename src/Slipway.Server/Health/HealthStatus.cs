namespace Slipway.Server.Health;

/// <summary>The status of the service or of a part.</summary>
internal enum HealthStatus
{
    /// <summary>Everything works.</summary>
    Healthy,

    /// <summary>It answers, but something is missing, such as workers or space.</summary>
    Degraded,

    /// <summary>It cannot serve requests.</summary>
    Unhealthy,
}
