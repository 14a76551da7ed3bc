namespace Slipway.Worker.Builds;

/// <summary>A locked-up build did what no build does.</summary>
internal sealed class MisbehaviourException(string reason) : Exception(reason);
