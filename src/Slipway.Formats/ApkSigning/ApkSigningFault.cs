namespace Slipway.Formats.ApkSigning;

/// <summary>Why a package cannot be signed.</summary>
public enum ApkSigningFault
{
    /// <summary>There is no signer, or no scheme is asked for.</summary>
    NothingToSign,

    /// <summary>The key is of a kind or size that Android does not accept.</summary>
    KeyUnsuitable,

    /// <summary>The certificate is not that of the private key.</summary>
    CertificateMismatch,

    /// <summary>Android before API level 18 cannot check signatures by EC keys.</summary>
    KeyTooNew,
}
