using System.Net;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Builds;
using Slipway.Server.Queue;
using Slipway.Server.Store;
using Slipway.Server.Tests.Install;
using Slipway.Server.Webhooks;

namespace Slipway.Server.Tests.Webhooks;

public sealed class WebhookTests
{
    private const string Verify =
        """
        import hashlib, hmac, sys
        secret, signature, body = sys.argv[1].encode(), dict(p.split("=", 1) for p in sys.argv[2].split(",")), open(sys.argv[3], "rb").read()
        expected = hmac.new(secret, signature["t"].encode() + b"." + body, hashlib.sha256).hexdigest()
        sys.exit(0 if hmac.compare_digest(expected, signature["v1"]) else 1)
        """;

    [Fact]
    public async Task An_event_reaches_the_receiver_with_a_signature_that_others_can_verify()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        var created = await CreateAsync(service, receiver.Address + "hook?key=1", "build.finished");
        await EnqueueAsync(service, "build.finished", new { key = "1234", status = "Finished" });
        var request = await receiver.NextAsync();
        Assert.Equal("/hook", request.Path);
        Assert.Equal("build.finished", request.Headers["Slipway-Event"]);
        var body = JsonSerializer.Deserialize<JsonElement>(request.Body);
        Assert.Equal(request.Headers["Slipway-Delivery"], body.Text("id"));
        Assert.Equal("Finished", body.GetProperty("data").Text("status"));
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "body");
        await File.WriteAllBytesAsync(file, request.Body, TestContext.Current.CancellationToken);
        Assert.Equal(0, ExternalTool.Run("python3", "-c", Verify, created.Text("secret"), request.Headers["Slipway-Signature"], file).ExitCode);
        Assert.Equal(1, ExternalTool.Run("python3", "-c", Verify, created.Text("secret") + "x", request.Headers["Slipway-Signature"], file).ExitCode);
        await File.WriteAllBytesAsync(file, [.. request.Body, (byte)' '], TestContext.Current.CancellationToken);
        Assert.Equal(1, ExternalTool.Run("python3", "-c", Verify, created.Text("secret"), request.Headers["Slipway-Signature"], file).ExitCode);
        await UntilAsync(service, created, d => d.Text("state") == "Delivered" && d.Text("lastStatus") == "204");
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_change_that_was_not_made_nor_to_who_did_not_ask()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        await CreateAsync(service, receiver.Address + "failed", "build.failed");
        var (database, outbox, organisation) = await PartsAsync(service);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(async (connection, transaction) =>
        {
            await outbox.EnqueueAsync(connection, transaction, organisation, "build.failed", new { });
            throw new InvalidOperationException();
        }));
        await EnqueueAsync(service, "build.finished", new { });
        await EnqueueAsync(service, "build.failed", new { last = true });
        var request = await receiver.NextAsync();
        Assert.Contains("last", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
        Assert.Equal(0, receiver.Waiting);
        Assert.Equal(1, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM webhook_deliveries")));
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_again_with_the_same_body_until_it_takes_it()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        receiver.Answer = _ => StatusCodes.Status500InternalServerError;
        var created = await CreateAsync(service, receiver.Address.AbsoluteUri, "build.failed");
        await EnqueueAsync(service, "build.failed", new { });
        var first = await receiver.NextAsync();
        await UntilAsync(service, created, d => d.Text("state") == "Waiting" && d.Text("lastStatus") == "500");
        receiver.Answer = _ => StatusCodes.Status200OK;
        await HurryAsync(service);
        var second = await receiver.NextAsync();
        Assert.Equal(first.Body, second.Body);
        await UntilAsync(service, created, d => d.Text("state") == "Delivered" && d.GetProperty("attempts").GetInt32() == 2);
    }

    [Fact]
    public async Task After_the_last_try_it_is_given_up_and_can_be_sent_again_by_hand()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        receiver.Answer = _ => StatusCodes.Status503ServiceUnavailable;
        var created = await CreateAsync(service, receiver.Address.AbsoluteUri, "build.failed");
        var path = "/api/v1/webhooks/" + created.GetProperty("webhook").Text("id");
        await service.Admin.PostAsync(path + "/ping", new { }, HttpStatusCode.Accepted);
        await receiver.NextAsync();
        await UntilAsync(service, created, d => d.Text("lastStatus") == "503");
        await ExecuteAsync(service, $"UPDATE webhook_deliveries SET attempt = {DeliverySchedule.Attempts - 1}, next_at = 0");
        await receiver.NextAsync();
        var dead = await UntilAsync(service, created, d => d.Text("state") == "Dead");
        receiver.Answer = _ => StatusCodes.Status200OK;
        await service.Admin.PostAsync($"{path}/deliveries/{dead.Text("id")}/redeliver", new { }, HttpStatusCode.Accepted);
        Assert.Equal("ping", (await receiver.NextAsync()).Headers["Slipway-Event"]);
        await UntilAsync(service, created, d => d.Text("state") == "Delivered");
        Assert.Equal(2, (await service.Admin.GetAsync(path + "/deliveries", HttpStatusCode.OK)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var inside = await TestReceiver.StartAsync();
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        receiver.Answer = context =>
        {
            context.Response.Headers.Location = inside.Address.AbsoluteUri;
            return StatusCodes.Status307TemporaryRedirect;
        };
        var created = await CreateAsync(service, receiver.Address.AbsoluteUri, "build.failed");
        await EnqueueAsync(service, "build.failed", new { });
        await receiver.NextAsync();
        await UntilAsync(service, created, d => d.Text("lastStatus") == "307" && d.Text("lastError").Contains("redirect", StringComparison.Ordinal));
        Assert.Equal(0, inside.Waiting);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_when_it_is_called_without_telling_where_it_leads()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await TestService.StartAsync();
        var created = await CreateAsync(service, $"https://localhost:{receiver.Address.Port}/", "build.failed");
        await EnqueueAsync(service, "build.failed", new { });
        var dead = await UntilAsync(service, created, d => d.Text("state") == "Dead");
        Assert.DoesNotContain("127.0.0.1", dead.Text("lastError"), StringComparison.Ordinal);
        Assert.Equal(0, receiver.Waiting);
    }

    [Theory]
    [InlineData("http://hooks.example.com/", "SLW-NET-20012")]
    [InlineData("https://127.1/", "SLW-NET-20011")]
    [InlineData("https://2130706433/", "SLW-NET-20011")]
    [InlineData("https://[::ffff:10.0.0.1]/", "SLW-NET-20011")]
    [InlineData("https://169.254.169.254/latest/meta-data", "SLW-NET-20011")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/", "SLW-NET-20011")]
    [InlineData("https://user:secret@hooks.example.com/", "SLW-SRV-40002")]
    [InlineData("file:///etc/passwd", "SLW-SRV-40002")]
    [InlineData("gopher://hooks.example.com/", "SLW-SRV-40002")]
    [InlineData("nonsense", "SLW-SRV-40002")]
    public async Task Addresses_that_are_not_for_webhooks_are_refused_at_once(string url, string code)
    {
        await using var service = await TestService.StartAsync();
        var refused = await service.Admin.PostAsync("/api/v1/webhooks", new { url, events = new[] { "build.failed" } }, HttpStatusCode.BadRequest);
        Assert.Equal(code, refused.Text("errorCode"));
        await service.Admin.PostAsync("/api/v1/webhooks", new { url = "https://hooks.example.com/", events = new[] { "build.failed" } });
    }

    [Fact]
    public async Task Webhooks_are_changed_and_removed_by_their_organisation_only_and_never_tell_their_secret()
    {
        await using var service = await TestService.StartAsync();
        using var other = await service.OrganisationAsync("Other");
        var created = await CreateAsync(service, "https://hooks.example.com/a", "build.failed");
        var path = "/api/v1/webhooks/" + created.GetProperty("webhook").Text("id");
        await other.GetAsync(path, HttpStatusCode.NotFound);
        await other.PatchAsync(path, new { enabled = false }, HttpStatusCode.NotFound);
        await other.DeleteAsync(path, HttpStatusCode.NotFound);
        var changed = await service.Admin.PatchAsync(path, new { enabled = false, events = new[] { "build.started", "build.finished" } });
        Assert.Equal(("False", 2), (changed.Text("enabled"), changed.GetProperty("events").GetArrayLength()));
        await service.Admin.PatchAsync(path, new { events = new[] { "build.exploded" } }, HttpStatusCode.BadRequest);
        Assert.DoesNotContain(created.Text("secret"), (await service.Admin.GetAsync("/api/v1/webhooks", HttpStatusCode.OK)).ToString(), StringComparison.Ordinal);
        await EnqueueAsync(service, "build.started", new { });
        await service.Admin.DeleteAsync(path, HttpStatusCode.NoContent);
        await service.Admin.GetAsync(path, HttpStatusCode.NotFound);
        var database = service.App.Services.GetRequiredService<Database>();
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT (SELECT count(*) FROM secrets) + (SELECT count(*) FROM webhook_deliveries)")));
    }

    [Fact]
    public async Task Builds_tell_when_they_begin_and_how_they_end()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        await service.Admin.PostAsync("/api/v1/webhooks", new { url = receiver.Address.AbsoluteUri, events = new[] { "build.started", "build.finished", "build.failed", "build.cancelled" } });
        var build = await PackagedBuild.AddAsync(service, "Android", "Debug", "notes.apk");
        await ExecuteAsync(service, "UPDATE builds SET state = 'Queued', status = 'Waiting'");
        using var worker = await service.TokenAsync(service.Admin, "worker");
        var registered = await worker.PostAsync("/api/v1/workers", new { name = "test", platforms = new[] { "Android" }, builderVersions = new[] { "1.0" }, slots = 1 });
        using (var claim = new StringContent("""{"waitSeconds":0}""", Encoding.UTF8, "application/json"))
            await worker.PostAsync($"/api/v1/workers/{registered.Text("workerId")}/claim", claim, TestContext.Current.CancellationToken);
        var ending = service.App.Services.GetRequiredService<BuildTransitions>();
        var database = service.App.Services.GetRequiredService<Database>();
        foreach (var state in new[] { "Succeeded", "Failed", "Cancelled" })
            await database.WriteAsync((connection, transaction) => ending.EndAsync(connection, transaction, build.Key, state, new RecordedOutcome()));
        var events = new List<string>();
        while (events.Count < 4 || events.Distinct().Count() < 4)
        {
            var request = await receiver.NextAsync();
            events.Add(request.Headers["Slipway-Event"]);
            Assert.Equal(build.Key, JsonSerializer.Deserialize<JsonElement>(request.Body).GetProperty("data").Text("key"));
        }

        Assert.Contains("build.started", events);
    }

    private static Task<TestService> StartAsync(TestReceiver receiver) => TestService.StartAsync(options => options with { AllowedWebhooks = [receiver.Authority] });

    private static Task<JsonElement> CreateAsync(TestService service, string url, string name) => service.Admin.PostAsync("/api/v1/webhooks", new { url, events = new[] { name } });

    private static async Task EnqueueAsync(TestService service, string name, object payload)
    {
        var (database, outbox, organisation) = await PartsAsync(service);
        await database.WriteAsync((connection, transaction) => outbox.EnqueueAsync(connection, transaction, organisation, name, payload));
        database.Signals.Publish(WebhookOutbox.Topic);
    }

    private static async Task<(Database Database, WebhookOutbox Outbox, string Organisation)> PartsAsync(TestService service) => (
        service.App.Services.GetRequiredService<Database>(),
        service.App.Services.GetRequiredService<WebhookOutbox>(),
        (await service.Admin.GetAsync("/api/v1/caller", HttpStatusCode.OK)).Text("organisation"));

    private static Task HurryAsync(TestService service) => ExecuteAsync(service, "UPDATE webhook_deliveries SET next_at = 0 WHERE state = 'Waiting'");

    private static async Task ExecuteAsync(TestService service, string sql)
    {
        var database = service.App.Services.GetRequiredService<Database>();
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction));
        database.Signals.Publish(WebhookOutbox.Topic);
    }

    // The end of each try is a signal of its own.
    private static async Task<JsonElement> UntilAsync(TestService service, JsonElement created, Func<JsonElement, bool> condition)
    {
        using var listener = service.App.Services.GetRequiredService<Database>().Signals.Listen(WebhookOutbox.Topic);
        while (true)
        {
            var signal = listener.Next();
            var log = await service.Admin.GetAsync($"/api/v1/webhooks/{created.GetProperty("webhook").Text("id")}/deliveries", HttpStatusCode.OK);
            if (log.GetProperty("results").EnumerateArray().FirstOrDefault(condition) is { ValueKind: not JsonValueKind.Undefined } found)
                return found;
            await signal.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
    }
}
