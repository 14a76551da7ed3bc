using Slipway.Protocol.Blobs;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>Fetches the contents of an app, all in one answer; what is still missing when the answer breaks off is asked for again.</summary>
internal sealed class LeaseBlobFetcher(WorkerClient client, WorkerJob job, LeaseRenewer lease, LogPump log)
{
    /// <summary>Fetches contents.</summary>
    /// <param name="missing">Their hashes.</param>
    /// <param name="take">Takes a content and compares it with its hash.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ProblemException">They cannot be had.</exception>
    public async Task FetchAsync(IReadOnlyList<string> missing, Func<string, Stream, Task> take, CancellationToken cancellation)
    {
        var waiting = missing.ToHashSet(StringComparer.Ordinal);
        var (bytes, isWhole) = (0L, false);
        try
        {
            while (!isWhole)
            {
                (var more, isWhole) = await lease.RetryWhileHeldAsync(c => FetchOnceAsync(waiting, take, c), cancellation);
                bytes += more;
            }
        }
        catch (ServiceUnavailableException e)
        {
            throw new ProblemException(SandboxProblems.ContentsMissing.At("files", e.Message), e);
        }

        log.Report(new WorkerMessage("Notice", null, "fetch", $"fetched {missing.Count - waiting.Count} of {job.Revision.Files.Count} files, {bytes} bytes"));
    }

    // One that breaks off after it has brought something is progress, not a failure.
    private async Task<(long Bytes, bool IsWhole)> FetchOnceAsync(HashSet<string> waiting, Func<string, Stream, Task> take, CancellationToken cancellation)
    {
        var (bytes, before) = (0L, waiting.Count);
        try
        {
            await using var pack = await OpenAsync(waiting, cancellation);
            var reader = new BlobPackReader(pack);
            while (await reader.NextAsync(cancellation) is var (hash, length))
            {
                await using var content = new PackedBlob(pack, length);
                if (!waiting.Contains(hash))
                    throw new InvalidDataException("The pack has a content that nobody asked for.");
                await take(hash, content);
                await content.SkipAsync(cancellation);
                waiting.Remove(hash);
                bytes += length;
            }

            return (bytes, IsWhole: true);
        }
        catch (Exception e) when (e is ServiceUnavailableException or EndOfStreamException)
        {
            if (waiting.Count < before)
                return (bytes, IsWhole: false);
            throw e as ServiceUnavailableException ?? new ServiceUnavailableException("The contents break off.", inner: e);
        }
    }

    private async Task<Stream> OpenAsync(HashSet<string> waiting, CancellationToken cancellation)
    {
        try
        {
            return await client.GetBlobsAsync(job.Build, job.Attempt, waiting, cancellation);
        }
        catch (ProblemException e)
        {
            // What the service refuses to a worker is nothing that the app's owner can put right.
            throw new ProblemException(SandboxProblems.ContentsMissing.At("files", $"The service refuses them: {e.Problems[0].Code} {e.Problems[0].Message}"), e);
        }
    }
}
