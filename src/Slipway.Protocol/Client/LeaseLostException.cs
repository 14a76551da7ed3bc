namespace Slipway.Protocol.Client;

/// <summary>The lease was lost: another worker has the build, or the build has ended. The service ignores this worker's further writes to it.</summary>
public sealed class LeaseLostException() : Exception("The lease was lost.");
