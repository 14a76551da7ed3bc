namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>A Mach-O file cannot be signed.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
public sealed class CodeSigningException(CodeSigningFault fault, string reason) : Exception(reason)
{
    /// <summary>The reason as a code.</summary>
    public CodeSigningFault Fault { get; } = fault;
}

/// <summary>Reasons why a Mach-O file cannot be signed.</summary>
public enum CodeSigningFault
{
    /// <summary>The key is not RSA; Apple issues certificates for code only for RSA keys.</summary>
    UnsupportedKey,

    /// <summary>The chain of the key lacks the issuer's certificate.</summary>
    IncompleteChain,

    /// <summary>There is no room for another load command before the code.</summary>
    NoRoom,

    /// <summary>The layout of the file leaves no space for a signature at the end.</summary>
    UnsuitableLayout,

    /// <summary>The entitlements have a value of a kind that a signature cannot express.</summary>
    UnsupportedEntitlement,

    /// <summary>A store has encrypted the code: the signature would cover the encrypted bytes, not those that run.</summary>
    Encrypted,
}
