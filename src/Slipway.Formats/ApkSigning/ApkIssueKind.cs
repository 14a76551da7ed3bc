namespace Slipway.Formats.ApkSigning;

/// <summary>What can be wrong with a package.</summary>
public enum ApkIssueKind
{
    /// <summary>The structure of the zip archive.</summary>
    Zip,

    /// <summary>The signing block is broken.</summary>
    SigningBlock,

    /// <summary>No signature that the API levels ask for is there.</summary>
    NotSigned,

    /// <summary>A signer's data cannot be read.</summary>
    SignerMalformed,

    /// <summary>No algorithm of a signer is known.</summary>
    AlgorithmUnknown,

    /// <summary>A signature does not fit its data.</summary>
    SignatureWrong,

    /// <summary>The contents have another digest than was signed.</summary>
    DigestWrong,

    /// <summary>The certificate does not fit the key.</summary>
    CertificateWrong,

    /// <summary>The API levels of v3 signers contradict each other.</summary>
    SdkRangeWrong,

    /// <summary>A newer signature that an older one names was taken away.</summary>
    Stripped,

    /// <summary>An entry is not covered by the JAR signature.</summary>
    EntryUnsigned,

    /// <summary>A stored entry is not aligned.</summary>
    Misaligned,

    /// <summary>The content of an entry is broken.</summary>
    EntryBroken,
}
