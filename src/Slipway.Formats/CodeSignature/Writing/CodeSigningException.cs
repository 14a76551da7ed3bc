namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>A Mach-O file cannot be signed.</summary>
/// <param name="fault">Why, for programs.</param>
/// <param name="reason">Why, for people: a clause without a full stop.</param>
public sealed class CodeSigningException(CodeSigningFault fault, string reason) : Exception(reason)
{
    /// <summary>Why, for programs.</summary>
    public CodeSigningFault Fault { get; } = fault;
}
