namespace Slipway.Server.Health;

/// <summary>The health of the service.</summary>
/// <param name="Status">The worst status of its parts.</param>
/// <param name="Parts">The parts that were checked.</param>
internal sealed record HealthReport(HealthStatus Status, IReadOnlyList<HealthPart> Parts);
