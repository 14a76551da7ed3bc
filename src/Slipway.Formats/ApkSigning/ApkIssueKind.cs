namespace Slipway.Formats.ApkSigning;

/// <summary>Kinds of faults of a package.</summary>
public enum ApkIssueKind
{
    /// <summary>The structure of the zip archive is wrong.</summary>
    Zip,

    /// <summary>The signing block is broken.</summary>
    SigningBlock,

    /// <summary>A signature that the API levels require is missing.</summary>
    NotSigned,

    /// <summary>A signer's data cannot be read.</summary>
    SignerMalformed,

    /// <summary>No algorithm of a signer is known.</summary>
    AlgorithmUnknown,

    /// <summary>A signature does not match its data.</summary>
    SignatureWrong,

    /// <summary>The digest of the contents is not the signed one.</summary>
    DigestWrong,

    /// <summary>The certificate belongs to another key.</summary>
    CertificateWrong,

    /// <summary>The API levels of v3 signers contradict each other.</summary>
    SdkRangeWrong,

    /// <summary>A newer signature that an older one names has been removed.</summary>
    Stripped,

    /// <summary>An entry is not covered by the JAR signature.</summary>
    EntryUnsigned,

    /// <summary>A stored entry is not aligned.</summary>
    Misaligned,

    /// <summary>The content of an entry is broken.</summary>
    EntryBroken,
}
