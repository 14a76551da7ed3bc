using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>Tries what the service needs of its store: to write, read, list and remove.</summary>
internal static class StoreExamination
{
    /// <summary>First part of the names of the objects that are stored only to see whether that works.</summary>
    public const string Probe = "health";

    /// <summary>The state that keeps the service from working with the store, for whoever runs it; null when nothing does.</summary>
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
                    return StoreProblems.NotAStore.At(where, "What was stored a moment ago is not there.");
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
            return ServerProblems.BlobsUnavailable.At(where, "The store does not answer in time.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HostingProblems.DataFolder.At(where, "The folder of the files cannot be read or written to.");
        }
    }
}
