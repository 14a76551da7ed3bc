using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Slipway.Server.Telemetry;

namespace Slipway.Server.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_metrics_and_traces_by_OTLP_over_HTTP()
    {
        var received = Channel.CreateUnbounded<(string Path, string Type, byte[] Body)>();
        await using var collector = QuietHost.Create();
        collector.MapFallback(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Writer.TryWrite((context.Request.Path, context.Request.ContentType ?? "", body.ToArray()));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        await using var service = await TestService.StartAsync(options => options with { Telemetry = new Uri(collector.Urls.First()) });
        var refused = await service.Admin.GetAsync("/api/v1/nothing", HttpStatusCode.NotFound);
        using (var upload = new ByteArrayContent([1, 2, 3]))
        using (await service.Admin.PutAsync("/api/v1/blobs/039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", upload, TestContext.Current.CancellationToken))
        {
            // The next request on the connection begins when this one is over, with its bytes counted.
        }

        await service.Admin.GetAsync("/api/v1/caller", HttpStatusCode.OK);
        ServerMetrics.BuildEnded("Succeeded", 1000, 3000, 4000);
        ServerMetrics.DeliveryTried("Delivered");
        Assert.True(service.App.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(service.App.Services.GetRequiredService<TracerProvider>().ForceFlush());
        received.Writer.Complete();
        var requests = await received.Reader.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(requests, r => Assert.Equal("application/x-protobuf", r.Type));
        var metrics = string.Concat(requests.Where(r => r.Path == "/v1/metrics").Select(r => Encoding.Latin1.GetString(r.Body)));
        foreach (var name in new[] { "slipway.builds.ended", "slipway.build.duration", "slipway.build.wait", "slipway.queue.age", "slipway.webhook.deliveries", "slipway.problems", "slipway.received", "http.server.request.duration" })
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        Assert.Contains("SLW-SRV-40401", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("slipway.nothing", metrics, StringComparison.Ordinal);
        var trace = Encoding.Latin1.GetString(Convert.FromHexString(refused.Text("traceId")));
        Assert.Contains(requests, r => r.Path == "/v1/traces" && Encoding.Latin1.GetString(r.Body).Contains(trace, StringComparison.Ordinal));
        await collector.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_a_collector_nothing_collects()
    {
        await using var service = await TestService.StartAsync();
        Assert.Null(service.App.Services.GetService<MeterProvider>());
        Assert.Null(service.App.Services.GetService<TracerProvider>());
        Assert.Null(service.App.Services.GetService<QueueGauges>());
    }
}
