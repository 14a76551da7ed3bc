namespace Slipway.Server.Health;

/// <summary>Looks at one part of the service.</summary>
internal interface IHealthCheck
{
    /// <summary>Name of the part.</summary>
    string Name { get; }

    /// <summary>Code of the problem that it is when the part does not answer in time; null when there is none.</summary>
    string? SilenceCode => null;

    /// <summary>Looks; a failure that it throws means unhealthy.</summary>
    Task<HealthPart> CheckAsync(CancellationToken cancellation);
}
