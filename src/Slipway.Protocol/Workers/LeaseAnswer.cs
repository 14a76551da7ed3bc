namespace Slipway.Protocol.Workers;

/// <summary>The service's answer to a worker that holds a lease.</summary>
/// <param name="CancelRequested">Somebody wants the build ended.</param>
public sealed record LeaseAnswer(bool CancelRequested);
