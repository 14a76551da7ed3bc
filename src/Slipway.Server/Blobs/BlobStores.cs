using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs.Files;

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
        throw new ProblemException(ServerProblems.BlobsAddress.At("--blobs", "The address is not of the form s3://bucket?endpoint=https://host."));
    }
}
