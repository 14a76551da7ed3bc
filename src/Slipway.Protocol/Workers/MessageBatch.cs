using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>News of a build: POST <c>/api/v1/leases/{build}/{attempt}/messages</c>.</summary>
/// <param name="Status">How far the build is now; null when that has not changed.</param>
/// <param name="Messages">Lines, at most 1000.</param>
/// <param name="Sent">Lines of this attempt that went before these, so that what comes twice is kept once; null when that does not matter.</param>
public sealed record MessageBatch(BuildStatus? Status, IReadOnlyList<WorkerMessage> Messages, long? Sent = null);
