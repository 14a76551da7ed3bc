using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs.Files;
using Slipway.Server.Blobs.S3;

namespace Slipway.Server.Blobs;

/// <summary>Finds the store that an address means.</summary>
internal static class BlobStores
{
    /// <summary>The store of the server's options.</summary>
    /// <exception cref="ProblemException">The address cannot be understood.</exception>
    public static IBlobStore Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<ServerOptions>();
        if (options.Blobs is null)
            return new FolderBlobStore(Path.GetFullPath(Path.Combine(options.DataFolder, "blobs")), services.GetRequiredService<TimeProvider>());
        var address = S3Address.Parse(options.Blobs);
        return new S3BlobStore(S3Clients.Create(address, Credentials()), address.Bucket, services.GetRequiredService<TimeProvider>());
    }

    // Only what was given to this process: no files of a user's folder, no address of a machine in a cloud.
    private static AWSCredentials Credentials()
    {
        try
        {
            return new EnvironmentVariablesAWSCredentials();
        }
        catch (InvalidOperationException e)
        {
            throw new ProblemException(ServerProblems.BlobsAddress.At("AWS_ACCESS_KEY_ID", "The keys of the store are missing from the environment."), e);
        }
    }
}
