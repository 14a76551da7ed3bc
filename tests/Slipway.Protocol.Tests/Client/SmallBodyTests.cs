using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

/// <summary>Something in front of the service refuses large bodies: what is uploaded passes it in smaller pieces.</summary>
public sealed class SmallBodyTests
{
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private long _limit;
    private int _refused;

    [Theory]
    [InlineData(1 << 20, 1)]
    [InlineData(300_000, 2)]
    public async Task Contents_arrive_in_pieces_that_pass(int limit, int refused)
    {
        _limit = limit;
        await using var stub = await StubService.StartAsync(AnswerAsync);
        UploadSource[] sources = [Source(3_000_000), Source(900_000), .. Enumerable.Range(0, 30).Select(_ => Source(50_000))];
        await LaunchAsync(stub, sources);
        Assert.True(_refused >= refused);
        Assert.All(sources, source => Assert.Equal(source.Sha256, Convert.ToHexStringLower(SHA256.HashData(_blobs[source.Sha256]))));
    }

    [Fact]
    public async Task A_limit_below_all_pieces_is_told_with_the_setting_and_who_has_it()
    {
        _limit = 10_000;
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var problem = (await Assert.ThrowsAsync<ProblemException>(() => LaunchAsync(stub, [Source(3_000_000)]))).Problems[0];
        Assert.Equal(NetworkProblems.BodyLimit, problem.Kind);
        Assert.Contains("(nginx/1.22.1)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("client_max_body_size", problem.Remedy, StringComparison.Ordinal);
    }

    private static UploadSource Source(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new UploadSource(hash, hash, size, () => new MemoryStream(bytes));
    }

    private static async Task LaunchAsync(StubService stub, UploadSource[] sources)
    {
        var request = new LaunchRequest
        {
            Application = "App",
            Platforms = [MobilePlatform.Android],
            Revision = new RevisionManifest(RevisionKind.Folder, [.. sources.Select(s => new RevisionFile(s.Path, s.Sha256, s.Size))]),
        };
        await using var reply = await new LaunchUploader(stub.Connection, StubService.AtOnce).LaunchAsync(request, sources, new Progress<UploadProgress>(), TestContext.Current.CancellationToken);
        Assert.Equal("Started", reply.Answer.State);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        body.Position = 0;
        if (body.Length > _limit)
        {
            Interlocked.Increment(ref _refused);
            context.Response.StatusCode = 413;
            context.Response.Headers.Server = "nginx/1.22.1";
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><head><title>413 Request Entity Too Large</title></head></html>");
        }
        else if (context.Request.Method == "HEAD")
        {
            context.Response.StatusCode = 404;
        }
        else if (context.Request.Method == "PUT")
        {
            Take(context.Request.Path.Value!.Split('/')[^1], context.Request.GetTypedHeaders().ContentRange!.From!.Value, context.Request.GetTypedHeaders().ContentRange!.Length!.Value, body.ToArray());
        }
        else
        {
            await LaunchAsync(context, context.Request.Headers.ContentEncoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : body);
        }
    }

    private void Take(string hash, long from, long size, byte[] piece)
    {
        lock (_blobs)
        {
            _blobs.TryAdd(hash, new byte[size]);
            piece.CopyTo(_blobs[hash].AsSpan((int)from));
        }
    }

    private async Task LaunchAsync(HttpContext context, Stream body)
    {
        var json = body;
        if (context.Request.ContentType == "application/vnd.slipway.launch-pack")
        {
            var length = new byte[4];
            await body.ReadExactlyAsync(length);
            var head = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
            await body.ReadExactlyAsync(head);
            json = new MemoryStream(head);
            var reader = new BlobPackReader(body);
            while (await reader.NextAsync() is var (hash, size))
            {
                _blobs[hash] = new byte[size];
                await body.ReadExactlyAsync(_blobs[hash]);
            }
        }

        var request = await Json.ReadAsync<LaunchRequest>(json);
        var missing = request.Revision!.Files.Select(f => f.Sha256).Distinct().Where(hash => !_blobs.ContainsKey(hash)).ToList();
        if (missing.Count > 0)
            await Json.WriteAsync(context, new LaunchAnswer { State = "Incomplete", Missing = missing });
        else
            await Json.SendAsync(context, "launch", new LaunchAnswer { State = "Started", Builds = [new LaunchedBuild(Guid.NewGuid(), MobilePlatform.Android, "/")] });
    }
}
