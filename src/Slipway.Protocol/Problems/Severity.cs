namespace Slipway.Protocol.Problems;

/// <summary>The effect of a problem on the build.</summary>
public enum Severity
{
    /// <summary>Information; no action is needed.</summary>
    Notice,

    /// <summary>The build continues, but its result is probably not what was intended.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}
