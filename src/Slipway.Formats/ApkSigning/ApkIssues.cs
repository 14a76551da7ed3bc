namespace Slipway.Formats.ApkSigning;

/// <summary>Collects issues of one part of the verification.</summary>
internal sealed class ApkIssues(List<ApkIssue> issues, string? where, bool areErrors)
{
    public bool HasErrors { get; private set; }

    public void Add(ApkIssueKind kind, string text, string? detail = null)
    {
        HasErrors = true;
        issues.Add(new ApkIssue(kind, text, detail is null ? where : where is null ? detail : $"{where}: {detail}", areErrors));
    }
}

/// <summary>Something that is wrong with a package.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Text">The fault in words.</param>
/// <param name="Where">Scheme, signer or entry at fault; null for the whole package.</param>
/// <param name="IsError">True when a device would refuse the package; false for a minor fault.</param>
public sealed record ApkIssue(ApkIssueKind Kind, string Text, string? Where, bool IsError);

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
