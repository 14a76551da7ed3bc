using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>A build cannot be done: POST <c>/api/v1/leases/{build}/{attempt}/fail</c>.</summary>
/// <param name="Problems">Why; at least one is an error.</param>
/// <param name="Retry">May another worker succeed? Never for what is the user's to put right.</param>
/// <param name="Cancelled">Was it ended because somebody cancelled it?</param>
public sealed record FailRequest(IReadOnlyList<ProblemDescription> Problems, bool Retry, bool Cancelled = false);
