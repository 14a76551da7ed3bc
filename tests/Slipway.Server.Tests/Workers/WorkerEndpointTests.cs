using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Workers;

namespace Slipway.Server.Tests.Workers;

public sealed class WorkerEndpointTests
{
    private readonly SampleApp _app = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_has_all_that_a_build_needs_and_its_result_shows()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var launch = await _app.LaunchAsync(service.Admin, _app.Request with { Options = new() { Id = "org.example.notes" } });
        var job = (await worker.ClaimAsync())!;
        Assert.Equal((launch.Builds[0].Key, 1, "Notes", MobilePlatform.Android), (job.Build, job.Attempt, job.Application, job.Platform));
        Assert.Equal(_app.Manifest.Files, job.Revision.Files);
        Assert.Equal("org.example.notes", job.Options.Id);
        Assert.NotNull(job.Keystore);
        await worker.SayAsync(job, BuildStatus.Building, "begun");
        await worker.CompleteAsync(job);
        var build = await service.Admin.GetFromJsonAsync<BuildDescription>($"/api/v1/builds/{job.Build}", Cancellation);
        Assert.Equal((BuildStatus.Finished, "org.example.notes", "Notes", 1), (build!.Status, build.AppIdentifier, build.AppName, build.VersionCode));
    }

    [Fact]
    public async Task A_worker_that_waits_gets_a_build_when_one_is_launched()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        Assert.Null(await worker.ClaimAsync());
        var waiting = worker.ClaimAsync(waitSeconds: 25);
        var launch = await _app.LaunchAsync(service.Admin);
        Assert.Equal(launch.Builds[0].Key, (await waiting)?.Build);
    }

    [Fact]
    public async Task A_server_that_stops_lets_waiting_workers_go()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var waiting = worker.ClaimAsync(waitSeconds: 25);
        await service.App.StopAsync(Cancellation);
        Assert.Null(await waiting);
    }

    [Fact]
    public async Task A_lost_lease_is_a_conflict_with_a_code()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        using var stranger = await TestWorker.JoinAsync(service);
        await _app.LaunchAsync(service.Admin);
        var job = (await worker.ClaimAsync())!;
        foreach (var (caller, attempt) in new[] { (stranger, job.Attempt), (worker, job.Attempt + 1) })
        {
            var refusal = await caller.PostAsync(job with { Attempt = attempt }, "messages", new MessageBatch(null, []), HttpStatusCode.Conflict);
            Assert.Equal("SLW-SRV-10004", refusal.Text("errorCode"));
        }

        await worker.PostAsync(job, "renew", new { });
    }

    [Fact]
    public async Task A_build_that_fails_tells_why()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        await _app.LaunchAsync(service.Admin);
        var job = (await worker.ClaimAsync())!;
        var problem = new ProblemDescription("SLW-APP-40001", "Error", "config.xml", "Two\nlines \u001b[31m.", "Correct it.", "User");
        await worker.PostAsync(job, "fail", new FailRequest([problem], Retry: false));
        var build = await service.Admin.GetFromJsonAsync<BuildDescription>($"/api/v1/builds/{job.Build}", Cancellation);
        Assert.Equal(BuildStatus.Error, build!.Status);
        Assert.Equal(@"Two\nlines \u001b[31m.", Assert.Single(build.Problems).Message);
    }

    [Fact]
    public async Task A_worker_that_left_gets_nothing_and_another_token_cannot_ask_for_it()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        using var other = await TestWorker.JoinAsync(service);
        await other.Client.PostAsync($"/api/v1/workers/{worker.Id}/claim", new ClaimRequest(0), HttpStatusCode.NotFound);
        await other.Client.DeleteAsync($"/api/v1/workers/{worker.Id}", HttpStatusCode.NoContent);
        Assert.Null(await worker.ClaimAsync());
        await worker.Client.DeleteAsync($"/api/v1/workers/{worker.Id}", HttpStatusCode.NoContent);
        await worker.Client.PostAsync($"/api/v1/workers/{worker.Id}/claim", new ClaimRequest(0), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", new[] { "1.0" }, 1)]
    [InlineData("w", new string[0], 1)]
    [InlineData("w", new[] { "1 0" }, 1)]
    [InlineData("w", new[] { "1.0" }, 0)]
    [InlineData("w", new[] { "1.0" }, 257)]
    public void A_registration_that_makes_no_sense_is_refused(string name, string[] versions, int slots) => Assert.Equal(
        "SLW-SRV-40002",
        Assert.Throws<ProblemException>(() => WorkerRules.Require(new WorkerRegistration(name, [MobilePlatform.Android], versions, slots))).Problems[0].Code);

    [Theory]
    [InlineData("http", "127.0.0.1", true)]
    [InlineData("http", "::1", true)]
    [InlineData("https", "203.0.113.7", true)]
    [InlineData("http", "203.0.113.7", false)]
    public void Keys_leave_the_machine_encrypted_only(string scheme, string address, bool allowed)
    {
        var context = new DefaultHttpContext { Request = { Scheme = scheme }, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        var refusal = Record.Exception(() => WorkerRules.RequirePrivacy(context));
        Assert.Equal(allowed, refusal is null);
        Assert.Equal(allowed ? null : "SLW-SRV-20006", (refusal as ProblemException)?.Problems[0].Code);
    }
}
