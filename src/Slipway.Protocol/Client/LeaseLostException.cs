namespace Slipway.Protocol.Client;

/// <summary>The build was given to another worker, or it has ended: nothing that this worker does to it counts any more.</summary>
public sealed class LeaseLostException() : Exception("The lease was lost.");
