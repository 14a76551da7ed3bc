namespace Slipway.Gateway.Decisions;

/// <summary>What became of a request.</summary>
public enum DecisionVerdict
{
    /// <summary>It went through.</summary>
    Allow,

    /// <summary>It was refused.</summary>
    Deny,

    /// <summary>It went through because refusals are only reported.</summary>
    WouldDeny,
}
