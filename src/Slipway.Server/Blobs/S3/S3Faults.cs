using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.S3;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.S3;

/// <summary>
/// Maps the error codes of a store to problems (docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, and those of MinIO,
/// which begin with XMinio). The text beside a code is not repeated.
/// </summary>
internal static class S3Faults
{
    private const int LongestCode = 60;

    /// <summary>Returns the problem behind an exception; null if the store did not cause it.</summary>
    public static Problem? Describe(Exception failure, string where) => failure switch
    {
        AmazonS3Exception e => KindOf(e).At(where, Says(e)),
        AmazonServiceException or AmazonClientException or HttpRequestException or System.Xml.XmlException => OfTheWay(Request(failure), failure.GetBaseException(), where),
        OperationCanceledException or TimeoutException => ServiceProblems.BlobsUnavailable.At(where, "The store does not answer in time."),
        _ => null,
    };

    private static ProblemKind KindOf(AmazonS3Exception e) => (e.ErrorCode, e.StatusCode) switch
    {
        (_, HttpStatusCode.ProxyAuthenticationRequired) => NetworkProblems.ProxyPassword,
        ("NoSuchBucket", _) => BlobStoreProblems.BucketMissing,
        ("InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" or "TokenRefreshRequired" or "InvalidSecurity", _) => BlobStoreProblems.KeyRefused,
        ("RequestTimeTooSkewed" or "RequestExpired", _) => BlobStoreProblems.ClockSkew,
        ("AuthorizationHeaderMalformed" or "PermanentRedirect" or "IllegalLocationConstraintException" or "InvalidRegion", _) or (_, HttpStatusCode.MovedPermanently) => BlobStoreProblems.RegionWrong,
        ("QuotaExceeded" or "ServiceQuotaExceeded" or "XMinioStorageFull" or "XMinioAdminBucketQuotaExceeded" or "XMinioDiskFull", _) or (_, HttpStatusCode.InsufficientStorage) => ServiceProblems.StorageFull,
        (_, HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) => BlobStoreProblems.RightMissing,
        (_, >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) => ServiceProblems.BlobsUnavailable,
        (null or "" or "NotFound" or "MethodNotAllowed", HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest or < HttpStatusCode.BadRequest) => BlobStoreProblems.NotAStore,
        _ => ServiceProblems.BlobsUnavailable,
    };

    private static Problem OfTheWay(HttpRequestException? request, Exception innermost, string where) => innermost switch
    {
        _ when request is { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: var status } =>
            (status == HttpStatusCode.ProxyAuthenticationRequired ? NetworkProblems.ProxyPassword : NetworkProblems.ProxyRefused).At(where, $"The proxy on the way to the store answers {(int?)status}."),
        AuthenticationException e when e.Message.Contains("frame", StringComparison.Ordinal) => BlobStoreProblems.NotAStore.At(where, "The endpoint does not speak TLS."),
        AuthenticationException e => BlobStoreProblems.CertificateRefused.At(where, e.Message.ReplaceLineEndings(" ")),
        System.Xml.XmlException => BlobStoreProblems.NotAStore.At(where, "The answer is not XML."),
        // The message of the request's exception names the address that was dialled, which may be a proxy's.
        SocketException e => ServiceProblems.BlobsUnavailable.At(where, $"{(request ?? (Exception)e).Message.TrimEnd('.')}."),
        _ => ServiceProblems.BlobsUnavailable.At(where, "The store does not answer."),
    };

    private static HttpRequestException? Request(Exception? failure) => failure is null or HttpRequestException ? (HttpRequestException?)failure : Request(failure.InnerException);

    private static string Says(AmazonS3Exception e)
    {
        var code = string.Concat((e.ErrorCode ?? "").Where(char.IsAsciiLetterOrDigit).Take(LongestCode));
        return code.Length > 0 ? $"The store answers {(int)e.StatusCode} {code}." : $"The store answers {(int)e.StatusCode}.";
    }
}
