using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>Fails a build: POST <c>/api/v1/leases/{build}/{attempt}/fail</c>.</summary>
/// <param name="Problems">The reasons; at least one is an error.</param>
/// <param name="Retry">Whether another worker may succeed; false for every problem that the user must correct.</param>
/// <param name="Cancelled">Whether the build ended because it was cancelled.</param>
public sealed record FailRequest(IReadOnlyList<ProblemDescription> Problems, bool Retry, bool Cancelled = false);
