using Slipway.Protocol.Problems;

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

/// <summary>The health of the service.</summary>
/// <param name="Status">The worst status of its parts.</param>
/// <param name="Parts">The parts that were checked.</param>
internal sealed record HealthReport(HealthStatus Status, IReadOnlyList<HealthPart> Parts);

/// <summary>The health of a part of the service.</summary>
/// <param name="Name">Name of the part.</param>
/// <param name="Status">Its status.</param>
/// <param name="Message">What is wrong, without internals of the service, because the endpoint is public.</param>
/// <param name="Code">Code of the problem in the catalogue, which says what to do; null if there is none.</param>
internal sealed record HealthPart(string Name, HealthStatus Status, string Message, string? Code = null)
{
    /// <summary>Returns a part with a problem of the catalogue. Its message is the problem's title, which contains no details.</summary>
    public static HealthPart Of(string name, HealthStatus status, Problem state) => new(name, status, $"{state.Kind.Title}.", state.Code);
}

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
