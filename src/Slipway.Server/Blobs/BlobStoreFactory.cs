using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;
using Slipway.Server.Blobs.Files;
using Slipway.Server.Blobs.S3;

namespace Slipway.Server.Blobs;

/// <summary>Opens the store that an address names.</summary>
internal static class BlobStoreFactory
{
    /// <summary>Returns the store that the server's options name.</summary>
    /// <exception cref="ProblemException">The address cannot be understood.</exception>
    public static IBlobStore Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<ServerOptions>();
        if (options.Blobs is null)
            return new FolderBlobStore(Path.GetFullPath(Path.Combine(options.DataFolder, "blobs")), services.GetRequiredService<TimeProvider>());
        var address = S3Address.Parse(options.Blobs);
        return new S3BlobStore(S3Clients.Create(address, Credentials()), address.Bucket, services.GetRequiredService<TimeProvider>());
    }

    // Credentials come only from this process's environment, not from files in a home folder or a cloud's metadata address.
    private static AWSCredentials Credentials()
    {
        var (key, secret) = (Variable("AWS_ACCESS_KEY_ID"), Variable("AWS_SECRET_ACCESS_KEY"));
        return GivenText.Variable("AWS_SESSION_TOKEN") is { } session ? new SessionAWSCredentials(key, secret, session) : new BasicAWSCredentials(key, secret);
    }

    private static string Variable(string name) =>
        GivenText.Variable(name) ?? throw new ProblemException(ServiceProblems.BlobsAddress.At(name, "The keys of the store are missing from the environment."));
}
