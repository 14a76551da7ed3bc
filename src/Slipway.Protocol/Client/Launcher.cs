using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Launches builds with the contents that the service lacks, and only those.</summary>
/// <param name="connection">The service.</param>
/// <param name="retries">Tries again.</param>
public sealed class Launcher(ServiceConnection connection, Retries retries)
{
    /// <summary>The most bytes of contents that go with one launch; what is more goes with further ones.</summary>
    private const long LargestPack = 128 << 20;

    // What an entry of a pack takes beside its content.
    private const int EntryHead = 64;

    // What does not become smaller by packing becomes a little larger.
    private const int PackingLoss = 4096;

    // Where something in front of the service refuses a body: the usual limit of nginx (client_max_body_size 1m), and a small one.
    private static readonly long[] SmallBodies = [1 << 20, 256 << 10];

    private readonly LaunchCalls _calls = new(connection);
    private readonly BlobUploads _blobs = new(connection, retries);
    private long _largestBody = long.MaxValue;

    /// <summary>Launches. The launch happens once, however often the connection breaks meanwhile.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="sources">The contents of the revision.</param>
    /// <param name="progress">Told how far the upload is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The service refuses, or is out of reach.</exception>
    public async Task<LaunchReply> LaunchAsync(LaunchRequest request, IReadOnlyList<UploadSource> sources, IProgress<UploadProgress> progress, CancellationToken cancellation)
    {
        var known = sources.DistinctBy(s => s.Sha256).ToDictionary(s => s.Sha256, StringComparer.Ordinal);
        var key = Guid.CreateVersion7().ToString();
        var packed = false;
        return await retries.RunAsync(
            connection,
            async () =>
            {
                // A pack may have arrived whole although its answer did not: asked in the same form, the service knows.
                var reply = await _calls.LaunchAsync(request, key, packed ? [] : null, _ => { }, cancellation);
                for (var before = int.MaxValue; reply.IsIncomplete;)
                {
                    if (reply.Answer.Missing.Count >= before)
                        throw new ProblemException(NetworkProblems.Broken.At(NetworkFaults.HostOf(connection.Server), "The service still lacks what was sent to it."));
                    (before, packed) = (reply.Answer.Missing.Count, true);
                    reply = await SendSmallerAsync(request, key, [.. reply.Answer.Missing.Select(hash => Find(known, hash))], progress, cancellation);
                }

                return await RequireAsync(reply, request);
            },
            cancellation);
    }

    // Each build is waited for, and nothing waits for one that is not named.
    private async Task<LaunchReply> RequireAsync(LaunchReply reply, LaunchRequest request)
    {
        var builds = reply.Answer.Builds;
        var isOneForEach = builds.Select(build => build.Platform).Order().SequenceEqual(request.Platforms.Distinct().Order());
        var areKeysTheirOwn = builds.All(build => build.Key != Guid.Empty) && builds.DistinctBy(build => build.Key).Count() == builds.Count;
        if (isOneForEach && areKeysTheirOwn)
            return reply;
        await reply.DisposeAsync();
        throw new ProblemException(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(connection.Server), "The answer to the launch does not name one build for each platform."));
    }

    // What a proxy refuses as a whole may pass it in pieces.
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
        ?? throw new ProblemException(NetworkProblems.NotSlipway.At(NetworkFaults.HostOf(connection.Server), "The service asks for a content that is no part of the app."));
}
