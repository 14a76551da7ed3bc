namespace Slipway.Protocol.Workers;

/// <summary>The service's answer to a worker that holds a lease.</summary>
/// <param name="CancelRequested">Whether cancelling the build was requested.</param>
public sealed record LeaseAnswer(bool CancelRequested);
