using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>What travels to a service, and what happens when the way breaks.</summary>
public sealed class UploadTests(RunningService service) : IClassFixture<RunningService>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_a_thousand_files_only_the_changed_one_travels()
    {
        Fill("app", 1000, 20_000);
        await using var relay = new CountingTcpRelay(service.Address);
        Build(relay, "app", "first");
        var whole = relay.Up;
        Assert.InRange(whole, 20_000_000, 21_000_000);
        relay.Reset();
        _folder.Add("app/files/500.bin", RandomNumberGenerator.GetBytes(20_000));
        Build(relay, "app", "second");
        Assert.InRange(relay.Up, 20_000, whole / 100);
        Assert.NotEqual(await File.ReadAllBytesAsync(Package("first"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Package("second"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cold_launch_takes_three_round_trips_and_a_warm_one_two()
    {
        Fill("trips", 20, 1000);
        await using var relay = new CountingTcpRelay(service.Address);
        Build(relay, "trips", "cold");
        Assert.Equal(3, relay.RoundTrips);
        relay.Reset();
        Build(relay, "trips", "warm");
        Assert.Equal(2, relay.RoundTrips);
    }

    [Theory]
    [InlineData(40, 200_000, 6_000_000, 3_000_000)]
    [InlineData(1, 30_000_000, 20_000_000, 9_000_000)]
    public async Task After_a_cut_in_the_middle_of_the_upload_the_build_goes_on_and_little_travels_twice(int files, int size, int cut, int twice)
    {
        Fill("cut", files, size);
        await using var relay = new CountingTcpRelay(service.Address) { Settled = files > 1 ? () => KeptAsync("cut/files/0.bin") : () => Task.CompletedTask };
        relay.CutAfter(cut);
        Build(relay, "cut", "out");
        Assert.Equal(1, relay.Cuts);
        Assert.InRange(relay.Up, (long)files * size, ((long)files * size) + twice);
        Assert.True(File.Exists(Package("out")));
    }

    // The service keeps what came before a cut, but needs a moment for it that no answer tells of.
    private async Task KeptAsync(string file)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.Token);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(_folder[file])));
        HttpStatusCode status;
        do
        {
            using var question = new HttpRequestMessage(HttpMethod.Head, "/api/v1/blobs/" + hash);
            using var answer = await client.SendAsync(question, TestContext.Current.CancellationToken);
            status = answer.StatusCode;
        }
        while (status == HttpStatusCode.NotFound);
    }

    private void Fill(string app, int files, int size)
    {
        _folder.Add(app + "/index.html", $"<title>{app}</title>");
        for (var i = 0; i < files; i++)
            _folder.Add($"{app}/files/{i}.bin", RandomNumberGenerator.GetBytes(size));
    }

    private void Build(CountingTcpRelay relay, string app, string output) => RunningService.Done(
        service.Run("build", _folder[app], "--id", "com.example.upload", "--server", relay.Address.AbsoluteUri, "--token-file", _folder.Add("token", service.Token), "--out", _folder[output]));

    private string Package(string output) => Directory.GetFiles(_folder[output]).Single();
}
