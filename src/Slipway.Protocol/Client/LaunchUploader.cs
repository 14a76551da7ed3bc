using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Launches builds and sends the blobs that the service lacks, and only those.</summary>
/// <param name="connection">Connection to the service.</param>
/// <param name="retries">Retries calls after failures that pass.</param>
public sealed class LaunchUploader(ServiceConnection connection, RetryPolicy retries)
{
    /// <summary>Maximum size of the blobs in one launch request; more blobs go with further requests.</summary>
    private const long LargestPack = 128 << 20;

    // Size of an entry of a pack without its blob.
    private const int EntryHead = 64;

    // Data that compression does not make smaller becomes a little larger.
    private const int PackingLoss = 4096;

    // Sizes to try if something in front of the service refuses a body: the default limit of nginx (client_max_body_size 1m), and a small one.
    private static readonly long[] SmallBodies = [1 << 20, 256 << 10];

    private readonly LaunchApi _calls = new(connection);
    private readonly BlobUploads _blobs = new(connection, retries);
    private long _largestBody = long.MaxValue;

    /// <summary>Launches builds. The launch happens once, however often the connection breaks meanwhile.</summary>
    /// <param name="request">The launch.</param>
    /// <param name="sources">The blobs of the revision.</param>
    /// <param name="progress">Receives the progress of the upload.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The service refuses the launch or is unreachable.</exception>
    public async Task<LaunchReply> LaunchAsync(LaunchRequest request, IReadOnlyList<UploadSource> sources, IProgress<UploadProgress> progress, CancellationToken cancellation)
    {
        var known = sources.DistinctBy(s => s.Sha256).ToDictionary(s => s.Sha256, StringComparer.Ordinal);
        var key = Guid.CreateVersion7().ToString();
        var packed = false;
        return await retries.RunAsync(
            connection,
            async () =>
            {
                // A pack may have arrived although its answer did not: a request of the same form lets the service find the launch.
                var reply = await _calls.LaunchAsync(request, key, packed ? [] : null, _ => { }, cancellation);
                for (var before = int.MaxValue; reply.IsIncomplete;)
                {
                    if (reply.Answer.Missing.Count >= before)
                        throw new ProblemException(NetworkProblems.Broken.At(NetworkFaults.HostOf(connection.Service), "The service still reports files as missing that were sent to it."));
                    (before, packed) = (reply.Answer.Missing.Count, true);
                    reply = await SendSmallerAsync(request, key, [.. reply.Answer.Missing.Select(hash => Find(known, hash))], progress, cancellation);
                }

                return await RequireAsync(reply, request);
            },
            cancellation);
    }

    // The caller waits for each build of the answer, so every platform needs exactly one.
    private async Task<LaunchReply> RequireAsync(LaunchReply reply, LaunchRequest request)
    {
        var builds = reply.Answer.Builds;
        var isOneForEach = builds.Select(build => build.Platform).Order().SequenceEqual(request.Platforms.Distinct().Order());
        var areKeysTheirOwn = builds.All(build => build.Key != Guid.Empty) && builds.DistinctBy(build => build.Key).Count() == builds.Count;
        if (isOneForEach && areKeysTheirOwn)
            return reply;
        await reply.DisposeAsync();
        throw new ProblemException(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(connection.Service), "The answer to the launch does not name one build for each platform."));
    }

    // A proxy that refuses the whole body may accept smaller ones.
    private async Task<LaunchReply> SendSmallerAsync(LaunchRequest request, string key, List<UploadSource> missing, IProgress<UploadProgress> progress, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await SendMissingAsync(request, key, missing, progress, cancellation);
            }
            catch (ProblemException e) when (e.Problems[0].Code == NetworkProblems.BodyLimit.Code && SmallBodies.Any(size => size < _largestBody))
            {
                _largestBody = SmallBodies.First(size => size < _largestBody);
            }
        }
    }

    private async Task<LaunchReply> SendMissingAsync(LaunchRequest request, string key, List<UploadSource> missing, IProgress<UploadProgress> progress, CancellationToken cancellation)
    {
        var total = missing.Sum(s => s.Size);
        long sent = 0;
        var pack = new List<UploadSource>();
        var piece = Math.Min(BlobUploads.PieceSize, _largestBody);
        var room = _largestBody < LargestPack ? _largestBody - LaunchPackContent.HeadOf(request) - PackingLoss : LargestPack;
        var left = room;
        foreach (var source in missing)
        {
            var size = source.Size + EntryHead;
            if (source.Size > piece || size > room)
                await _blobs.UploadAsync(source, piece, Move, cancellation);
            else if ((left -= size) >= 0)
                pack.Add(source);
        }

        return await _calls.LaunchAsync(request, key, pack, Move, cancellation);

        void Move(long bytes) => progress.Report(new UploadProgress(Math.Min(Interlocked.Add(ref sent, bytes), total), total));
    }

    private UploadSource Find(Dictionary<string, UploadSource> known, string hash) => known.GetValueOrDefault(hash)
        ?? throw new ProblemException(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(connection.Service), "The service requests a file that is not part of the app."));
}
