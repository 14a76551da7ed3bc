namespace Slipway.Gateway.Policy;

/// <summary>What the lists say about a destination.</summary>
/// <param name="Reason">Why it is refused; <see cref="DenyReason.None"/> when it is allowed.</param>
/// <param name="Rule">The rule that decided, where one did.</param>
public readonly record struct Verdict(DenyReason Reason, AllowRule? Rule)
{
    /// <summary>May one go there?</summary>
    public bool IsAllowed => Reason == DenyReason.None;
}
