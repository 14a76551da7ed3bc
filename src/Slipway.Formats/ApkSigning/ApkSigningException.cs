namespace Slipway.Formats.ApkSigning;

/// <summary>A package cannot be signed with these keys and options.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="message">The reason in words.</param>
public sealed class ApkSigningException(ApkSigningFault fault, string message) : Exception(message)
{
    /// <summary>The reason as a code.</summary>
    public ApkSigningFault Fault { get; } = fault;
}
