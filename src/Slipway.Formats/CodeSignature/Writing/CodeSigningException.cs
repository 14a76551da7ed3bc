namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>A Mach-O file cannot be signed.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
public sealed class CodeSigningException(CodeSigningFault fault, string reason) : Exception(reason)
{
    /// <summary>The reason as a code.</summary>
    public CodeSigningFault Fault { get; } = fault;
}
