using Amazon.Runtime;
using Amazon.S3;
using Slipway.Protocol.Client;
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

/// <summary>Creates HTTP clients for a store. They try all its addresses and use the proxy that curl would use.</summary>
/// <param name="patience">The timeout of an answer.</param>
internal sealed class S3HttpClients(TimeSpan patience) : HttpClientFactory
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    // Connections have a maximum age, because one that never ends would not notice that the store's addresses changed.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(10);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler
    {
        ConnectCallback = AddressRace.ConnectAsync,
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = ConnectionLife,
        Proxy = ProxyEnvironment.OfThisProcess(),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = patience,
    };
}
