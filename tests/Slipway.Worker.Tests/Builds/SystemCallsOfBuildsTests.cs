using System.Security.Cryptography;
using SkiaSharp;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Tests.Builds;

/// <summary>
/// Builds make no system call that is not allowed. Here such a call ends the build, but for two that libraries are known to try: a
/// test fails when a newer runtime makes another, and SystemCalls.cs is where to say what is done with it.
/// </summary>
public sealed class SystemCallsOfBuildsTests(StrictWorker strict) : IClassFixture<StrictWorker>
{
    [Theory]
    [InlineData(MobilePlatform.Android)]
    [InlineData(MobilePlatform.Ios)]
    public async Task The_sample(MobilePlatform platform) => await SucceedsAsync(TestApp.OfFolder(Repository.Sample).Job(platform));

    [Fact]
    public async Task An_archive()
    {
        var job = new TestApp { Files = { ["notes.zip"] = Zips.Of(TestApp.OfFolder(Repository.Sample).Files) } }.Job(change: lease => lease with { Revision = lease.Revision with { Kind = RevisionKind.Archive } });
        await SucceedsAsync(job);
    }

    [Fact]
    public async Task Many_files_and_a_large_one()
    {
        var app = TestApp.Of([.. Enumerable.Range(0, 1000).Select(i => ($"www/{i % 30}/{i}.js", $"// {i}"))]);
        app.Files["index.html"] = "<p>page</p>"u8.ToArray();
        // More than is packed in memory, and nothing that becomes smaller.
        app.Files["www/large.bin"] = RandomNumberGenerator.GetBytes(20 << 20);
        await SucceedsAsync(app.Job());
        await SucceedsAsync(app.Job(MobilePlatform.Ios));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Pictures(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(1024, 1024);
        bitmap.Erase(SKColors.Teal);
        using var picture = bitmap.Encode(format, 90);
        var name = $"icon.{format.ToString().ToLowerInvariant()}";
        var app = TestApp.Of(("config.xml", $"""<widget id="dev.example.app" version="1.0.0"><name>App</name><icon src="{name}" /></widget>"""), ("www/index.html", "page"));
        app.Files[name] = picture.ToArray();
        await SucceedsAsync(app.Job());
    }

    [Fact]
    public async Task A_drawing() => await SucceedsAsync(TestApp.WithDrawing().Job());

    [Fact]
    public async Task An_app_that_is_refused()
    {
        using var refused = await strict.Worker.RunAsync(TestApp.Of(("config.xml", "<widget"), ("icon.png", "no picture")).Job());
        Assert.Equal(BuildEnd.Refused, refused.End);
    }

    [Fact]
    public async Task Where_not_even_those_three_may_be_tried_no_build_starts()
    {
        await using var worker = new TestWorker { Sandbox = strict.WithFilter([]) };
        var refusal = await Assert.ThrowsAsync<ProblemException>(worker.RunnerAsync);
        Assert.Contains("159", Assert.Single(refusal.Problems).Message, StringComparison.Ordinal);
    }

    private async Task SucceedsAsync(BuildJob job)
    {
        using var outcome = await strict.Worker.RunAsync(job);
        Assert.True(outcome.End == BuildEnd.Succeeded, string.Join('\n', outcome.Problems));
    }
}
