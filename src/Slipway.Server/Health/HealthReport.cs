namespace Slipway.Server.Health;

/// <summary>How well the service is.</summary>
/// <param name="Status">As bad as the worst of its parts.</param>
/// <param name="Parts">The parts that were looked at.</param>
internal sealed record HealthReport(HealthStatus Status, IReadOnlyList<HealthPart> Parts);
