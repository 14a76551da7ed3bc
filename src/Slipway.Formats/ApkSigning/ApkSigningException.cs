namespace Slipway.Formats.ApkSigning;

/// <summary>A package cannot be signed with these keys and options.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="message">The reason in words.</param>
public sealed class ApkSigningException(ApkSigningFault fault, string message) : Exception(message)
{
    /// <summary>The reason as a code.</summary>
    public ApkSigningFault Fault { get; } = fault;
}

/// <summary>Reasons why a package cannot be signed.</summary>
public enum ApkSigningFault
{
    /// <summary>There is no signer or no scheme.</summary>
    NothingToSign,

    /// <summary>The key is of a kind or size that Android does not accept.</summary>
    KeyUnsuitable,

    /// <summary>The certificate does not belong to the private key.</summary>
    CertificateMismatch,

    /// <summary>Android before API level 18 cannot verify signatures of EC keys.</summary>
    KeyTooNew,
}
