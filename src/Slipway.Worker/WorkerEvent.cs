namespace Slipway.Worker;

/// <summary>Something that happened to a worker, for who watches over it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Build">Which build; null when it is not about one.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Detail">What else is worth knowing, one line.</param>
public sealed record WorkerEvent(WorkerEventKind Kind, Guid? Build = null, int? Attempt = null, string? Detail = null);
