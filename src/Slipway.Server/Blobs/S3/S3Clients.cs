using Amazon.Runtime;
using Amazon.S3;
using Slipway.Protocol.Proxies;

namespace Slipway.Server.Blobs.S3;

/// <summary>Creates S3 clients.</summary>
internal static class S3Clients
{
    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns a client for an address.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">An environment variable names an unusable proxy.</exception>
    public static AmazonS3Client Create(S3Address address, AWSCredentials credentials)
    {
        // Called once here, because only this call reports what is wrong with a variable.
        _ = ProxyEnvironment.OfThisProcess().For(address.Endpoint ?? new Uri($"https://s3.{address.Region}.amazonaws.com"));
        var config = new AmazonS3Config
        {
            HttpClientFactory = new S3HttpClients(Patience),
            AuthenticationRegion = address.Region,
            MaxErrorRetry = Attempts,
            Timeout = Patience,
            // Not every store supports the newer checksums; blobs are verified by the hashes in their names anyway.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (address.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.UseHttp = endpoint.Scheme == Uri.UriSchemeHttp;
            config.ForcePathStyle = true;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(address.Region);
        }

        return new AmazonS3Client(credentials, config);
    }
}
