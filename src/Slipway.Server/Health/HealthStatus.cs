namespace Slipway.Server.Health;

/// <summary>How well something is.</summary>
internal enum HealthStatus
{
    /// <summary>All is well.</summary>
    Healthy,

    /// <summary>It answers, but something is missing, such as workers or space.</summary>
    Degraded,

    /// <summary>It cannot answer.</summary>
    Unhealthy,
}
