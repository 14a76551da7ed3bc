using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>Status and log lines of a build: POST <c>/api/v1/leases/{build}/{attempt}/messages</c>.</summary>
/// <param name="Status">The new status; null if it has not changed.</param>
/// <param name="Messages">Log lines, at most 1000.</param>
/// <param name="Sent">Number of log lines that this attempt sent before, so that lines that are sent twice are stored once; null to skip that check.</param>
public sealed record MessageBatch(BuildStatus? Status, IReadOnlyList<WorkerMessage> Messages, long? Sent = null);
