namespace Slipway.Protocol.Workers;

/// <summary>The service's answer to a registration.</summary>
/// <param name="WorkerId">Id for the calls that follow.</param>
/// <param name="LeaseSeconds">How long a lease holds; renew it several times in that.</param>
public sealed record WorkerWelcome(Guid WorkerId, int LeaseSeconds);
