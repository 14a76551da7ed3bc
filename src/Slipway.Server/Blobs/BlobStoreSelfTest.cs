using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>Checks that the service can write, read, list and remove objects in its store.</summary>
internal static class BlobStoreSelfTest
{
    /// <summary>Prefix of the names of test objects.</summary>
    public const string Probe = "health";

    /// <summary>Returns the problem that keeps the service from using the store, for the operator; null if there is none.</summary>
    public static async Task<Problem?> RunAsync(IBlobStore store, string where, CancellationToken cancellation)
    {
        var location = $"{Probe}/{Guid.NewGuid():N}";
        try
        {
            using var content = new MemoryStream([0]);
            await store.PutAsync(location, content, cancellation);
            await using (var back = await store.OpenAsync(location, 0, 1, cancellation))
            {
                if (back is null || await back.ReadAsync(new byte[1], cancellation) != 1)
                    return BlobStoreProblems.NotAStore.At(where, "An object that was stored a moment ago is missing.");
            }

            await foreach (var _ in store.ListAsync($"{Probe}/", TimeSpan.FromDays(1), cancellation))
                break;
            await store.DeleteAsync(location, cancellation);
            return null;
        }
        catch (ProblemException e)
        {
            return OperatorFaultException.Of(e) with { Where = where };
        }
        catch (OperationCanceledException)
        {
            return ServiceProblems.BlobsUnavailable.At(where, "The store does not answer in time.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HostingProblems.DataFolder.At(where, "The service cannot read or write the folder of blobs.");
        }
    }
}
