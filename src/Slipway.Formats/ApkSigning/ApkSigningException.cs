namespace Slipway.Formats.ApkSigning;

/// <summary>A package cannot be signed with these keys and options.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">The same in words.</param>
public sealed class ApkSigningException(ApkSigningFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public ApkSigningFault Fault { get; } = fault;
}
