namespace Slipway.Formats.ApkSigning;

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
