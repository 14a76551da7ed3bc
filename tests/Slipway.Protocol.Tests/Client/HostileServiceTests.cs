using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

/// <summary>A service that means harm gets a refusal with a code, whatever it answers, and no memory without end.</summary>
public sealed class HostileServiceTests
{
    private const string Build =
        """
        {"key":"11111111-1111-1111-1111-111111111111","applicationKey":"11111111-1111-1111-1111-111111111111","application":"app",
        "environmentKey":"11111111-1111-1111-1111-111111111111","buildKey":"11111111-1111-1111-1111-111111111111","revision":1,"platform":"Android",
        "status":"Finished","createdAt":"2026-01-01T00:00:00Z","artifacts":[{"kind":"binary","name":"app.apk","size":1,"sha256":"00","url":"/a/1","installUrl":null}],
        "problems":[{"code":"SLW-SRV-40001","severity":"Error","where":"x","message":"x","remedy":"x","blame":"User"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_broken_below_is_right_before()
    {
        await using var stub = await StubService.StartAsync(context => WriteAsync(context, "application/json", Build));
        Assert.Equal("app", (await ShowAsync(stub)).Application);
    }

    [Theory]
    [InlineData("\"app\"", "null")]
    [InlineData("\"application\":\"app\",", "")]
    [InlineData("\"kind\":\"binary\"", "\"kind\":null")]
    [InlineData("\"kind\":\"binary\",", "")]
    [InlineData("[{\"kind\"", "[null,{\"kind\"")]
    [InlineData("[{\"code\"", "[null,{\"code\"")]
    [InlineData("\"where\":\"x\",", "")]
    [InlineData("\"revision\":1", "\"revision\":9999999999")]
    [InlineData("{\"key\"", "null,{\"key\"")]
    [InlineData("\"revision\":1", "\"revision\":1,\"more\":[[null]]")]
    public async Task A_build_with_null_or_nothing_where_there_has_to_be_something_is_not_the_services(string right, string wrong)
    {
        Assert.Contains(right, Build, StringComparison.Ordinal);
        await using var stub = await StubService.StartAsync(context => WriteAsync(context, "application/json", Build.Replace(right, wrong, StringComparison.Ordinal)));
        await RefusedAsync(() => ShowAsync(stub));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"problems\":[null]}")]
    [InlineData("{\"problems\":[{}]}")]
    [InlineData("{\"problems\":[{\"code\":null,\"severity\":\"Error\",\"where\":\"x\",\"message\":\"x\",\"remedy\":\"x\",\"blame\":\"User\"}]}")]
    public async Task A_refusal_that_is_none_is_told_as_somebody_elses(string body)
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            return WriteAsync(context, "application/problem+json", body);
        });
        await RefusedAsync(() => ShowAsync(stub));
    }

    [Theory]
    [InlineData("message", "null")]
    [InlineData("message", "{}")]
    [InlineData("status", "[]")]
    [InlineData("end", "null")]
    [InlineData("end", "{\"artifacts\":[null]}")]
    public async Task An_event_with_nothing_in_it_is_not_the_services(string kind, string data)
    {
        await using var stub = await StubService.StartAsync(context => WriteAsync(context, EventReader.MediaType, $"event: {kind}\ndata: {data}\n\n"));
        await RefusedAsync(() => EventsAsync(stub));
    }

    [Theory]
    [InlineData("event: message\ndata: ", "a")]
    [InlineData("event: message\n", "data: a\n")]
    [InlineData("", ": comment\r\n")]
    public async Task An_event_that_does_not_end_is_given_up(string before, string again)
    {
        await using var stub = await StubService.StartAsync(context => EndlessAsync(context, EventReader.MediaType, before, again));
        Assert.Contains("16 MiB", (await RefusedAsync(() => EventsAsync(stub))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_that_end_may_be_as_many_as_they_like()
    {
        var message = $"event: other\ndata: {new string('a', 60_000)}\r\n\r\n";
        await using var stub = await StubService.StartAsync(async context =>
        {
            context.Response.ContentType = EventReader.MediaType;
            for (var i = 0; i < 400; i++)
                await context.Response.WriteAsync(message, Cancellation);
        });
        await EventsAsync(stub);
    }

    [Theory]
    [InlineData("{", " ")]
    [InlineData("{\"application\":\"", "a")]
    [InlineData("{\"artifacts\":[", "{},")]
    public async Task An_answer_that_does_not_end_is_given_up(string before, string again)
    {
        await using var stub = await StubService.StartAsync(context => EndlessAsync(context, "application/json", before, again));
        Assert.Contains("64 MiB", (await RefusedAsync(() => ShowAsync(stub))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_as_long_as_what_it_unpacks_to()
    {
        await using var stub = await StubService.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var spaces = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var i = 0; i < 65; i++)
                await packed.WriteAsync(spaces, Cancellation);
        });
        Assert.Contains("64 MiB", (await RefusedAsync(() => ShowAsync(stub))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("br", 200)]
    [InlineData("gzip", 400)]
    [InlineData("br", 400)]
    public async Task What_cannot_be_unpacked_is_damaged(string encoding, int status)
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = encoding;
            return WriteAsync(context, "application/json", "This is not packed at all, whatever the header says of it.");
        });
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => ShowAsync(stub));
        Assert.Equal(NetworkProblems.Broken, refusal.Problems[0].Kind);
    }

    [Fact]
    public async Task A_log_is_told_as_it_comes_and_not_kept()
    {
        var told = new TaskCompletionSource();
        await using var stub = await StubService.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("a line that does not end", Cancellation);
            await context.Response.Body.FlushAsync(Cancellation);
            await told.Task;
            await context.Response.WriteAsync(", and its end\n", Cancellation);
        });
        var text = new StringBuilder();
        await new BuildApi(stub.Connection).LogAsync(
            Guid.NewGuid(),
            part =>
            {
                text.Append(part);
                told.TrySetResult();
            },
            Cancellation);
        Assert.Equal("a line that does not end, and its end\n", text.ToString());
    }

    [Fact]
    public async Task No_part_of_a_log_ends_in_the_middle_of_a_character()
    {
        var log = "x" + string.Concat(Enumerable.Repeat("\U0001F389", 10_000));
        await using var stub = await StubService.StartAsync(context => WriteAsync(context, "text/plain", log));
        var text = new StringBuilder();
        await new BuildApi(stub.Connection).LogAsync(
            Guid.NewGuid(),
            part =>
            {
                Assert.False(part.Length > 0 && char.IsHighSurrogate(part[^1]));
                text.Append(part);
            },
            Cancellation);
        Assert.Equal(log, text.ToString());
    }

    private static Task<BuildDescription> ShowAsync(StubService stub) => new BuildApi(stub.Connection).ShowAsync(Guid.NewGuid(), Cancellation);

    private static async Task EventsAsync(StubService stub)
    {
        await foreach (var news in new BuildApi(stub.Connection).EventsAsync(Guid.NewGuid(), 0, Cancellation))
            Assert.Fail($"{news} was believed.");
    }

    private static async Task<Problem> RefusedAsync(Func<Task> ask)
    {
        var refusal = await Assert.ThrowsAsync<ProblemException>(ask);
        Assert.Equal(NetworkProblems.NotSlipway, refusal.Problems[0].Kind);
        return refusal.Problems[0];
    }

    private static Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, Cancellation);
    }

    private static async Task EndlessAsync(HttpContext context, string type, string before, string again)
    {
        await WriteAsync(context, type, before);
        var much = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, (64 << 10) / again.Length)));
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(much, context.RequestAborted);
    }
}
