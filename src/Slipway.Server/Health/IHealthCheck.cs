namespace Slipway.Server.Health;

/// <summary>Checks one part of the service.</summary>
internal interface IHealthCheck
{
    /// <summary>Name of the part.</summary>
    string Name { get; }

    /// <summary>Code of the problem to report if the part does not answer in time; null if there is none.</summary>
    string? SilenceCode => null;

    /// <summary>Checks the part; an exception means unhealthy.</summary>
    Task<HealthPart> CheckAsync(CancellationToken cancellation);
}
