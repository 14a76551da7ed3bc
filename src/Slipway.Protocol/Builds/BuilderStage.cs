namespace Slipway.Protocol.Builds;

/// <summary>How far a version of the builder had come when it was published.</summary>
public enum BuilderStage
{
    /// <summary>For everybody.</summary>
    Released,

    /// <summary>For trial.</summary>
    Beta,

    /// <summary>For the curious.</summary>
    Canary,
}
