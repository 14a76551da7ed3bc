using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

public sealed class LaunchUploaderTests
{
    private readonly List<string> _requests = [];
    private readonly HashSet<string> _keys = [];
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private int _cuts;

    [Fact]
    public async Task Only_what_is_missing_travels_and_once_it_is_there_nothing_does()
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        UploadSource[] sources = [Source("a"), Source("b"), Source("b")];
        _blobs[sources[0].Sha256] = "a"u8.ToArray();
        await LaunchAsync(stub, sources);
        Assert.Equal(["launch", "pack b"], _requests);
        _requests.Clear();
        await LaunchAsync(stub, sources);
        Assert.Equal(["launch"], _requests);
    }

    [Fact]
    public async Task After_a_cut_the_contents_that_arrived_do_not_travel_again_and_the_launch_keeps_its_key()
    {
        _cuts = 1;
        await using var stub = await StubService.StartAsync(AnswerAsync);
        await LaunchAsync(stub, [Source("a"), Source("b"), Source("c")]);
        Assert.Equal(["launch", "pack a", "pack", "pack b c"], _requests);
        Assert.Single(_keys);
    }

    [Fact]
    public async Task A_large_content_goes_in_pieces_and_only_those_that_are_missing()
    {
        var large = RandomNumberGenerator.GetBytes((int)(2.5 * BlobUploads.PieceSize));
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var hash = Convert.ToHexStringLower(SHA256.HashData(large));
        await LaunchAsync(stub, [new UploadSource("large", hash, large.Length, () => new MemoryStream(large))]);
        Assert.Equal(["launch", "HEAD", $"PUT bytes 16777216-{large.Length - 1}/{large.Length}", "PUT bytes 8388608-16777215/20971520", "pack"], Sorted(_requests));
    }

    [Theory]
    [InlineData]
    [InlineData("11111111-1111-1111-1111-111111111111", "Ios")]
    [InlineData("00000000-0000-0000-0000-000000000000", "Android")]
    [InlineData("11111111-1111-1111-1111-111111111111", "Android", "11111111-1111-1111-1111-111111111111", "Android")]
    [InlineData("11111111-1111-1111-1111-111111111111", "Android", "22222222-2222-2222-2222-222222222222", "Android")]
    [InlineData("11111111-1111-1111-1111-111111111111", "Android", "22222222-2222-2222-2222-222222222222", "Ios")]
    public async Task An_answer_that_does_not_name_the_builds_that_were_asked_for_is_not_the_services(params string[] builds)
    {
        var named = builds.Chunk(2).Select(build => new LaunchedBuild(Guid.Parse(build[0]), Enum.Parse<MobilePlatform>(build[1]), "/")).ToList();
        await using var stub = await StubService.StartAsync(context => Json.WriteAsync(context, new LaunchAnswer { State = "Started", Builds = named }));
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => LaunchAsync(stub, [Source("a")]));
        Assert.Equal(NetworkProblems.NotSlipway, refusal.Problems[0].Kind);
    }

    [Fact]
    public async Task A_file_that_shrinks_meanwhile_is_told_and_not_tried_again()
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => LaunchAsync(stub, [Source("a") with { Size = 2, Path = "a.js" }]));
        Assert.Equal((FileProblems.Changed, "a.js"), (refusal.Problems[0].Kind, refusal.Problems[0].Where));
    }

    [Fact]
    public async Task A_service_that_asks_for_other_contents_gets_nothing()
    {
        await using var stub = await StubService.StartAsync(context => Json.WriteAsync(context, new LaunchAnswer { State = "Incomplete", Missing = [new string('0', 64)] }));
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => LaunchAsync(stub, [Source("a")]));
        Assert.Equal(NetworkProblems.NotSlipway, refusal.Problems[0].Kind);
    }

    [Fact]
    public async Task A_service_that_always_lacks_something_is_not_asked_for_ever()
    {
        var source = Source("a");
        await using var stub = await StubService.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await Json.WriteAsync(context, new LaunchAnswer { State = "Incomplete", Missing = [source.Sha256] });
        });
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => LaunchAsync(stub, [source]));
        Assert.Equal(NetworkProblems.Broken, refusal.Problems[0].Kind);
    }

    private static UploadSource Source(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new UploadSource(text, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, () => new MemoryStream(bytes));
    }

    // The pieces go at once, in whatever order.
    private static List<string> Sorted(List<string> requests) => [.. requests.Take(2), .. requests.Skip(2).SkipLast(1).Order(StringComparer.Ordinal), .. requests.TakeLast(1)];

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
        Assert.NotNull(reply.Events);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api/v1/blobs", StringComparison.Ordinal))
            await TakePieceAsync(context);
        else if (context.Request.ContentType == "application/vnd.slipway.launch-pack")
            await TakePackAsync(context, new BrotliStream(context.Request.Body, CompressionMode.Decompress));
        else
            await AnswerAsync(context, "launch", context.Request.Headers.ContentEncoding == "br" ? new BrotliStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body);
    }

    private async Task TakePackAsync(HttpContext context, Stream body)
    {
        var length = new byte[4];
        await body.ReadExactlyAsync(length);
        var json = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
        await body.ReadExactlyAsync(json);
        var reader = new BlobPackReader(body);
        var texts = "pack";
        while (await reader.NextAsync() is var (hash, size))
        {
            var bytes = new byte[size];
            await body.ReadExactlyAsync(bytes);
            _blobs[hash] = bytes;
            texts += " " + Encoding.UTF8.GetString(bytes);
            if (_cuts-- > 0)
            {
                _requests.Add(texts);
                context.Abort();
                return;
            }
        }

        await AnswerAsync(context, texts, new MemoryStream(json));
    }

    private async Task TakePieceAsync(HttpContext context)
    {
        if (context.Request.Method == "HEAD")
        {
            _requests.Add("HEAD");
            context.Response.Headers["X-Received"] = "0-8388607";
            context.Response.StatusCode = 404;
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null);
        lock (_requests)
            _requests.Add("PUT " + context.Request.Headers.ContentRange);
        _blobs[context.Request.Path.Value!.Split('/')[^1]] = [];
    }

    private async Task AnswerAsync(HttpContext context, string what, Stream json)
    {
        _requests.Add(what);
        _keys.Add(context.Request.Headers["Idempotency-Key"].ToString());
        Assert.Equal("Bearer slw_token", context.Request.Headers.Authorization);
        var request = await Json.ReadAsync<LaunchRequest>(json);
        var missing = request.Revision!.Files.Select(f => f.Sha256).Distinct().Where(hash => !_blobs.ContainsKey(hash)).ToList();
        if (missing.Count > 0)
            await Json.WriteAsync(context, new LaunchAnswer { State = "Incomplete", Missing = missing });
        else
            await Json.SendAsync(context, "launch", new LaunchAnswer { State = "Started", Builds = [new LaunchedBuild(Guid.NewGuid(), MobilePlatform.Android, "/")] });
    }
}
