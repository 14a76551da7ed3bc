namespace Slipway.Gateway.Requests;

/// <summary>How far the head of a message was read.</summary>
public enum HeadStatus
{
    /// <summary>There is more to come.</summary>
    Incomplete,

    /// <summary>It breaks a rule, and no more of it is read.</summary>
    Invalid,

    /// <summary>It is there.</summary>
    Complete,
}
