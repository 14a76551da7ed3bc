namespace Slipway.Gateway.Requests;

/// <summary>The state of reading a message's head.</summary>
public enum HeadStatus
{
    /// <summary>The head is not complete yet.</summary>
    Incomplete,

    /// <summary>The head is invalid, and reading has stopped.</summary>
    Invalid,

    /// <summary>The head is complete.</summary>
    Complete,
}
