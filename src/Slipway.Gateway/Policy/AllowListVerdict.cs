namespace Slipway.Gateway.Policy;

/// <summary>The decision of the allow list and the deny list about a destination.</summary>
/// <param name="Reason">Why the destination is refused; <see cref="DenyReason.None"/> when it is allowed.</param>
/// <param name="Rule">The rule that decided; null when none did.</param>
public readonly record struct AllowListVerdict(DenyReason Reason, AllowRule? Rule)
{
    /// <summary>Whether the destination is allowed.</summary>
    public bool IsAllowed => Reason == DenyReason.None;
}
