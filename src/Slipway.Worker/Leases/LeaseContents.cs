using Slipway.Protocol.Blobs;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>Fetches the contents of an app, all in one answer; what is still missing when the answer breaks off is asked for again.</summary>
internal sealed class LeaseContents(WorkerClient client, WorkerJob job, LeaseKeeper lease, LogPump log)
{
    /// <summary>Fetches contents.</summary>
    /// <param name="missing">Their hashes.</param>
    /// <param name="take">Takes a content and compares it with its hash.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FetchAsync(IReadOnlyList<string> missing, Func<string, Stream, Task> take, CancellationToken cancellation)
    {
        var waiting = missing.ToHashSet(StringComparer.Ordinal);
        var bytes = await lease.InsistAsync(c => FetchOnceAsync(waiting, take, c), cancellation);
        log.Report(new WorkerMessage("Notice", null, "fetch", $"fetched {missing.Count - waiting.Count} of {job.Revision.Files.Count} files, {bytes} bytes"));
    }

    private async Task<long> FetchOnceAsync(HashSet<string> waiting, Func<string, Stream, Task> take, CancellationToken cancellation)
    {
        var bytes = 0L;
        try
        {
            using var answer = await client.GetBlobsAsync(job.Build, job.Attempt, waiting, cancellation);
            await using var pack = await answer.Content.ReadAsStreamAsync(cancellation);
            var reader = new BlobPackReader(pack);
            while (await reader.NextAsync(cancellation) is var (hash, length))
            {
                await using var content = new PackedContent(pack, length);
                if (waiting.Contains(hash))
                    await take(hash, content);
                await content.SkipAsync(cancellation);
                waiting.Remove(hash);
                bytes += length;
            }

            return bytes;
        }
        catch (ProblemException e)
        {
            // What the service refuses to a worker is nothing that the app's owner can put right.
            throw new ProblemException(SandboxProblems.ContentsMissing.At("files", $"The service refuses them: {e.Problems[0].Code} {e.Problems[0].Message}"), e);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException or EndOfStreamException)
        {
            throw new ServiceUnavailableException("The contents break off.", inner: e);
        }
    }
}
