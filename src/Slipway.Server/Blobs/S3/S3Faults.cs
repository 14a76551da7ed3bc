using System.Net;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.S3;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.S3;

/// <summary>
/// Tells the states of a store apart by its error codes (docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, and those of
/// MinIO, which begin with XMinio). What a store says beyond the code is not repeated.
/// </summary>
internal static class S3Faults
{
    private const int LongestCode = 60;

    /// <summary>The problem behind an exception; null when it is none of the store's.</summary>
    public static Problem? Describe(Exception failure, string where) => failure switch
    {
        AmazonS3Exception e => KindOf(e).At(where, Says(e)),
        AmazonServiceException or AmazonClientException or HttpRequestException or System.Xml.XmlException => OfTheWay(failure.GetBaseException(), where),
        OperationCanceledException or TimeoutException => ServerProblems.BlobsUnavailable.At(where, "The store does not answer in time."),
        _ => null,
    };

    private static ProblemKind KindOf(AmazonS3Exception e) => (e.ErrorCode, e.StatusCode) switch
    {
        ("NoSuchBucket", _) => StoreProblems.BucketMissing,
        ("InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" or "TokenRefreshRequired" or "InvalidSecurity", _) => StoreProblems.KeyRefused,
        ("RequestTimeTooSkewed" or "RequestExpired", _) => StoreProblems.ClockSkew,
        ("AuthorizationHeaderMalformed" or "PermanentRedirect" or "IllegalLocationConstraintException" or "InvalidRegion", _) or (_, HttpStatusCode.MovedPermanently) => StoreProblems.RegionWrong,
        ("QuotaExceeded" or "ServiceQuotaExceeded" or "XMinioStorageFull" or "XMinioAdminBucketQuotaExceeded" or "XMinioDiskFull", _) or (_, HttpStatusCode.InsufficientStorage) => ServerProblems.StorageFull,
        (_, HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) => StoreProblems.RightMissing,
        (_, >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) => ServerProblems.BlobsUnavailable,
        (null or "" or "NotFound" or "MethodNotAllowed", HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest or < HttpStatusCode.BadRequest) => StoreProblems.NotAStore,
        _ => ServerProblems.BlobsUnavailable,
    };

    private static Problem OfTheWay(Exception innermost, string where) => innermost switch
    {
        AuthenticationException e when e.Message.Contains("frame", StringComparison.Ordinal) => StoreProblems.NotAStore.At(where, "The endpoint does not speak TLS."),
        AuthenticationException e => StoreProblems.CertificateRefused.At(where, e.Message.ReplaceLineEndings(" ")),
        System.Xml.XmlException => StoreProblems.NotAStore.At(where, "The answer is not XML."),
        System.Net.Sockets.SocketException e => ServerProblems.BlobsUnavailable.At(where, $"{e.Message.TrimEnd('.')}."),
        _ => ServerProblems.BlobsUnavailable.At(where, "The store does not answer."),
    };

    private static string Says(AmazonS3Exception e)
    {
        var code = string.Concat((e.ErrorCode ?? "").Where(char.IsAsciiLetterOrDigit).Take(LongestCode));
        return code.Length > 0 ? $"The store answers {(int)e.StatusCode} {code}." : $"The store answers {(int)e.StatusCode}.";
    }
}
