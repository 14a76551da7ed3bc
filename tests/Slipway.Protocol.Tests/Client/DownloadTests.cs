using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

public sealed class DownloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-test-").FullName;
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(300_000);
    private readonly List<string> _requests = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task After_a_cut_only_the_rest_is_asked_for()
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var path = await DownloadAsync(stub, Artifact());
        Assert.Equal(_content, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["whole", "bytes=100000-"], _requests);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("https://builder.example.com/a/1/app.apk?e=1&s=2")]
    [InlineData("//elsewhere.example.com/a/1/app.apk?e=1&s=2")]
    [InlineData("https://builder.example.com//elsewhere.example.com/a/1/app.apk")]
    [InlineData("https://builder.example.com//user@elsewhere.example.com:1/a/1/app.apk")]
    public async Task Whatever_host_an_address_names_the_service_itself_is_asked(string url)
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        await DownloadAsync(stub, Artifact() with { Url = url });
        Assert.Equal(["whole", "bytes=100000-"], _requests);
    }

    [Fact]
    public async Task What_is_not_what_was_announced_is_refused_and_leaves_nothing_behind()
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        _content[200_000] ^= 1;
        var announced = Artifact();
        _content[200_000] ^= 1;
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => DownloadAsync(stub, announced));
        Assert.Equal(NetworkProblems.Damaged, refusal.Problems[0].Kind);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_file_that_was_there_stays_as_it_was_when_the_download_fails()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "app.apk"), "before", TestContext.Current.CancellationToken);
        await using var stub = await StubService.StartAsync(AnswerAsync);
        await Assert.ThrowsAsync<ProblemException>(() => DownloadAsync(stub, Artifact() with { Size = _content.Length - 1 }));
        Assert.Equal("before", await File.ReadAllTextAsync(Path.Combine(_folder, "app.apk"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../app.apk")]
    [InlineData("/etc/app.apk")]
    [InlineData("..")]
    [InlineData(".bashrc")]
    [InlineData("")]
    [InlineData("a\nb.apk")]
    [InlineData("package.json")]
    [InlineData("Makefile")]
    [InlineData("config.xml")]
    [InlineData("app.apk.sh")]
    [InlineData("ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.apk")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => DownloadAsync(stub, Artifact() with { Name = name }));
        Assert.Equal(NetworkProblems.NotSlipway, refusal.Problems[0].Kind);
        Assert.Empty(_requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((4L << 30) + 1)]
    [InlineData(long.MaxValue)]
    public async Task A_size_that_no_package_has_is_refused(long size)
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => DownloadAsync(stub, Artifact() with { Size = size }));
        Assert.Equal(NetworkProblems.NotSlipway, refusal.Problems[0].Kind);
        Assert.Empty(_requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("x:\\\\elsewhere.example.com\\app.apk")]
    [InlineData("mailto:somebody@example.com")]
    public async Task An_address_that_is_not_one_of_HTTP_is_refused(string url)
    {
        await using var stub = await StubService.StartAsync(AnswerAsync);
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => DownloadAsync(stub, Artifact() with { Url = url }));
        Assert.Equal(NetworkProblems.NotSlipway, refusal.Problems[0].Kind);
        Assert.Empty(_requests);
    }

    private ArtifactDescription Artifact() => new(ArtifactKind.Binary, "app.apk", _content.Length, Convert.ToHexStringLower(SHA256.HashData(_content)), "/a/1/app.apk?e=1&s=2", null);

    private Task<string> DownloadAsync(StubService stub, ArtifactDescription artifact) =>
        new ArtifactDownloads(stub.Connection, StubService.AtOnce).DownloadAsync(artifact, _folder, _ => { }, TestContext.Current.CancellationToken);

    // The first answer breaks off after a third.
    private async Task AnswerAsync(HttpContext context)
    {
        Assert.Empty(context.Request.Headers.Authorization.ToString());
        var range = context.Request.Headers.Range.ToString();
        _requests.Add(range.Length == 0 ? "whole" : range);
        var from = range.Length == 0 ? 0 : int.Parse(range.AsSpan("bytes=".Length, range.Length - "bytes=-".Length), System.Globalization.CultureInfo.InvariantCulture);
        context.Response.StatusCode = from == 0 ? 200 : 206;
        context.Response.ContentLength = _content.Length - from;
        if (from > 0)
            context.Response.Headers.ContentRange = $"bytes {from}-{_content.Length - 1}/{_content.Length}";
        var first = _requests.Count == 1;
        await context.Response.Body.WriteAsync(_content.AsMemory(from, first ? 100_000 : _content.Length - from));
        await context.Response.Body.FlushAsync();
        if (first)
            context.Abort();
    }
}
