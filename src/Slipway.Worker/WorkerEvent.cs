namespace Slipway.Worker;

/// <summary>An event of a worker, for its operator.</summary>
/// <param name="Kind">Kind of the event.</param>
/// <param name="Build">The build; null if the event is not about one.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Detail">Further details, one line.</param>
public sealed record WorkerEvent(WorkerEventKind Kind, Guid? Build = null, int? Attempt = null, string? Detail = null);
