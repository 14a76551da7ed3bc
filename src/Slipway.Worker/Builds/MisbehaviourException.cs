namespace Slipway.Worker.Builds;

/// <summary>A sandboxed build did something that an ordinary build never does.</summary>
internal sealed class MisbehaviourException(string reason) : Exception(reason);
