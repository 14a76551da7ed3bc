namespace Slipway.Protocol.Problems;

/// <summary>Problems of a service's S3-compatible blob store, for its operator.</summary>
public static class BlobStoreProblems
{
    /// <summary>The blob store rejects the access key.</summary>
    public static ProblemKind KeyRefused { get; } = new(
        "SLW-STO-20001",
        "The blob store rejects the access key",
        "The store does not know the access key, the secret does not belong to it, or a session has expired.",
        "Correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and set AWS_SESSION_TOKEN only with keys of a session.");

    /// <summary>The access key lacks a permission for the bucket.</summary>
    public static ProblemKind RightMissing { get; } = new(
        "SLW-STO-20002",
        "The access key lacks a permission for the bucket",
        "The store knows the access key, but does not let it read, write, list or delete in this bucket. A bucket that belongs to another account is refused in the same way.",
        "Allow the key s3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload, s3:ListBucket and s3:ListBucketMultipartUploads for the bucket.");

    /// <summary>The certificate of the store is not trusted.</summary>
    public static ProblemKind CertificateRefused { get; } = new(
        "SLW-STO-20003",
        "The certificate of the store is not trusted",
        "The store, or a proxy before it, showed a certificate of an authority that this machine does not know, or one for another name.",
        "Add the authority to those that this machine trusts, or name it with SSL_CERT_FILE, and write the endpoint as the certificate names it.");

    /// <summary>There is no such bucket.</summary>
    public static ProblemKind BucketMissing { get; } = new(
        "SLW-STO-40001",
        "There is no such bucket",
        "The store answers, but has no bucket of this name; or the endpoint has a path that hides it.",
        "Create the bucket, or correct its name in --blobs. The service creates none itself.");

    /// <summary>The bucket is in another region.</summary>
    public static ProblemKind RegionWrong { get; } = new(
        "SLW-STO-40002",
        "The bucket is in another region",
        "Requests are signed for a region, and the store refuses those for another one.",
        "Write the bucket's region in --blobs: s3://bucket?region=name.");

    /// <summary>The endpoint does not speak S3.</summary>
    public static ProblemKind NotAStore { get; } = new(
        "SLW-STO-40003",
        "The endpoint does not speak S3",
        "The endpoint is the address of a console, of a proxy or of another service.",
        "Correct the endpoint in --blobs. Stores with a console listen for S3 on a port of its own.");

    /// <summary>The clock differs from that of the store.</summary>
    public static ProblemKind ClockSkew { get; } = new(
        "SLW-STO-50001",
        "The clock differs from that of the store",
        "Requests are signed with a time, and the store refuses those that are some minutes off.",
        "Set the clock of this machine, best by NTP, or that of the store.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } = [KeyRefused, RightMissing, CertificateRefused, BucketMissing, RegionWrong, NotAStore, ClockSkew];
}
