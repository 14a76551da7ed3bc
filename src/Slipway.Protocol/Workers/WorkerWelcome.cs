namespace Slipway.Protocol.Workers;

/// <summary>The service's answer to a registration.</summary>
/// <param name="WorkerId">Id of the worker, for further calls.</param>
/// <param name="LeaseSeconds">Duration of a lease in seconds; the worker renews it several times in that time.</param>
public sealed record WorkerWelcome(Guid WorkerId, int LeaseSeconds);
