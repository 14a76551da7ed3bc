namespace Slipway.Protocol.Builds;

/// <summary>How mature a version of the builder was when it was published.</summary>
public enum BuilderStage
{
    /// <summary>For general use.</summary>
    Released,

    /// <summary>For trial use.</summary>
    Beta,

    /// <summary>For experiments.</summary>
    Canary,
}
