using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Credentials;

/// <summary>From a launch to the worker that claims the build: what signs it is chosen, pinned, handed over, or missed in time.</summary>
public sealed class LaunchSigningTests
{
    private static readonly Lazy<byte[]> Keystore = new(() => KeytoolKeystore.Make("password"));

    private readonly SampleApp _app = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MobilePlatform.Android, "release", "SLW-SIG-40101")]
    [InlineData(MobilePlatform.Android, "bundle", "SLW-SIG-40120")]
    [InlineData(MobilePlatform.Ios, "adhoc", "SLW-SIG-40107")]
    [InlineData(MobilePlatform.Ios, "appstore", "SLW-SIG-40110")]
    public async Task What_cannot_be_signed_is_refused_and_leaves_no_build(MobilePlatform platform, string type, string code)
    {
        await using var bench = await SigningBench.StartAsync();
        await _app.LaunchAsync(bench.Service.Admin);
        using var answer = await bench.Service.Admin.PostAsJsonAsync("/api/v1/launches", _app.Request with { Platforms = [platform], Type = type }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errorCode").GetString());
        Assert.Equal(1, await bench.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM builds")));
    }

    [Fact]
    public async Task A_worker_gets_the_key_that_was_chosen_at_the_launch()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "password"));
        await _app.LaunchAsync(bench.Service.Admin, _app.Request with { Type = "release" });
        await bench.Service.AddAsync(CredentialCalls.Keystore("nearer", KeytoolKeystore.Make("other-password"), "other-password") with { Application = "Notes" });
        var job = await ClaimAsync(bench);
        Assert.Equal((MobileBuildType.Release, "release"), (job!.BuildType, job.Keystore!.Name));
        Assert.Equal("CN=Upload, O=Slipway Tests, C=US", Formats.Keys.Keystore.Load(job.Keystore.Content, job.Keystore.Password).GetKey(job.Keystore.Alias).Certificate.Subject);
        Assert.Equal(Keystore.Value, job.Keystore.Content);
    }

    [Fact]
    public async Task A_worker_gets_a_debug_key_or_nothing_for_the_simulator()
    {
        await using var bench = await SigningBench.StartAsync();
        await _app.LaunchAsync(bench.Service.Admin, _app.Request with { Platforms = [MobilePlatform.Android, MobilePlatform.Ios] });
        var jobs = new[] { await ClaimAsync(bench), await ClaimAsync(bench) };
        Assert.Equal("Debug key", Assert.Single(jobs, job => job!.Platform == MobilePlatform.Android)!.Keystore!.Name);
        var simulator = Assert.Single(jobs, job => job!.Platform == MobilePlatform.Ios)!;
        Assert.Equal((MobileBuildType.Simulator, null, null), (simulator.BuildType, simulator.Keystore, simulator.Apple));
    }

    [Theory]
    [InlineData("DELETE FROM credentials WHERE name = 'release'", "SLW-CRD-40002")]
    [InlineData("UPDATE secrets SET ciphertext = wrapped_key", "SLW-VLT-50001")]
    public async Task A_build_whose_key_is_gone_or_corrupt_when_it_is_claimed_fails_with_the_reason_and_is_not_tried_again(string change, string code)
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "password"));
        await _app.LaunchAsync(bench.Service.Admin, _app.Request with { Type = "release", Credentials = new LaunchCredentials(Keystore: "release") });
        await bench.Database.WriteAsync((c, t) => c.ExecuteAsync(change, transaction: t));
        Assert.Null(await ClaimAsync(bench));
        var (state, attempt, outcome) = await bench.Database.ReadAsync(c => c.QuerySingleAsync<(string, long, string)>("SELECT state, attempt, outcome FROM builds"));
        Assert.Equal(("Failed", 1L), (state, attempt));
        Assert.Contains(code, outcome, StringComparison.Ordinal);
    }

    private static async Task<WorkerJob?> ClaimAsync(SigningBench bench)
    {
        using var worker = await TestWorker.JoinAsync(bench.Service);
        return await worker.ClaimAsync();
    }
}
