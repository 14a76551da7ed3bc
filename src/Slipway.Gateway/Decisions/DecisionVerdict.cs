namespace Slipway.Gateway.Decisions;

/// <summary>The outcome of a request.</summary>
public enum DecisionVerdict
{
    /// <summary>The request was allowed.</summary>
    Allow,

    /// <summary>The request was refused.</summary>
    Deny,

    /// <summary>The request was let through because refusals are only reported.</summary>
    WouldDeny,
}
