using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Telemetry;
using Slipway.Server.Tests.Install;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Webhooks;

/// <summary>What has SQL of its own, on PostgreSQL.</summary>
[Collection<PostgresCollection>]
public sealed class PostgresWebhookTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Webhooks_pages_health_and_gauges_work_on_PostgreSQL_too()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await TestService.StartAsync(options => options with
        {
            Database = postgres.Cluster.CreateDatabase(),
            AllowedWebhooks = [receiver.Authority],
            PublicAddress = new Uri("https://builds.example.com/"),
        });
        var path = "/api/v1/webhooks/" + (await service.Admin.PostAsync("/api/v1/webhooks", new { url = receiver.Address.AbsoluteUri, events = new[] { "build.finished" } })).GetProperty("webhook").Text("id");
        await service.Admin.PatchAsync(path, new { events = new[] { "build.failed", "build.finished" } });
        for (var i = 0; i < 10; i++)
            await service.Admin.PostAsync(path + "/ping", new { }, HttpStatusCode.Accepted);
        var deliveries = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 10; i++)
            deliveries.Add((await receiver.NextAsync()).Headers["Slipway-Delivery"]);
        Assert.Equal(10, deliveries.Count);
        Assert.Equal(10, (await service.Admin.GetAsync(path + "/deliveries?limit=3", HttpStatusCode.OK)).GetProperty("total").GetInt32());
        await service.Admin.DeleteAsync(path, HttpStatusCode.NoContent);

        var build = await PackagedBuild.AddAsync(service, "Android", "Debug", "notes.apk");
        await service.Admin.PostAsync($"/api/v1/builds/{build.Key}/install-links", new { });
        Assert.StartsWith("https://builds.example.com/i/", (await service.Admin.GetAsync("/api/v1/builds/" + build.Key, HttpStatusCode.OK)).GetProperty("artifacts")[0].Text("installUrl"), StringComparison.Ordinal);
        Assert.Equal("Degraded", (await service.Admin.GetAsync("/health/ready", HttpStatusCode.OK)).Text("status"));
        Assert.Equal(10, (await service.Admin.GetAsync("/api/v1/organisations", HttpStatusCode.OK))[0].GetProperty("limits").GetProperty("changesPerMinute").GetInt32());

        using var gauges = new QueueGauges(service.App.Services.GetRequiredService<Database>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == ServerMetrics.Name && instrument.IsObservable) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => seen.Add(instrument.Name));
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Contains("slipway.queue.age", seen);
    }
}
