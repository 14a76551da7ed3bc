using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Tests;

public sealed class ProblemMiddlewareTests
{
    [Fact]
    public async Task A_problem_has_none_of_the_headers_of_the_answer_that_failed()
    {
        await using var service = await TestService.StartAsync();
        var context = new DefaultHttpContext();
        await EdgeOf(service, c =>
        {
            c.Response.ContentLength = 12_345;
            c.Response.Headers.ContentRange = "bytes 0-1/2";
            c.Response.Headers.ETag = "\"abc\"";
            c.Response.Headers.ContentDisposition = "attachment; filename=app.apk";
            c.Response.Headers.CacheControl = "private, max-age=3600, immutable";
            throw new ProblemException(ServiceProblems.BlobsUnavailable.At("blobs", "It does not answer."));
        }).InvokeAsync(context);
        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal(["Cache-Control", "Content-Type", "Retry-After"], context.Response.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
    }

    [Fact]
    public async Task A_problem_has_the_headers_that_belong_to_it()
    {
        await using var service = await TestService.StartAsync();
        var context = new DefaultHttpContext();
        await EdgeOf(service, _ => throw new HttpProblemException(ServiceProblems.RateLimited.At("request", "Too many."), ("Retry-After", "17"))).InvokeAsync(context);
        Assert.Equal((429, "17"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }

    private static ProblemMiddleware EdgeOf(TestService service, RequestDelegate next) => new(next, service.App.Services.GetRequiredService<Database>(), NullLogger<ProblemMiddleware>.Instance);
}
