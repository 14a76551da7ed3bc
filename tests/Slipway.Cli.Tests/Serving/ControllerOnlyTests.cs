using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Real processes: a service whose environment lets only the deployment controller launch, a controller, a front-end, a person behind the relay.</summary>
public sealed class ControllerOnlyTests : IAsyncLifetime
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "field-notes");

    private readonly TemporaryFolder _folder = new();
    private ServiceSession _session = null!;
    private string _environment = null!;

    public async ValueTask InitializeAsync()
    {
        _session = await ServiceSession.StartAsync(isWarm: true);
        _environment = (await CallAsync(HttpMethod.Get, "/api/v1/environments", null))[0].GetProperty("key").GetString()!;
        await EnrolAsync("ctl-01", "DeploymentController", "FrontEnd");
        await EnrolAsync("fe-02", "FrontEnd");
        await CallAsync(HttpMethod.Patch, $"/api/v1/environments/{_environment}", new { launchPolicy = "ControllerOnly" });
        _folder.Add("token", _session.Api.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Only_what_comes_through_the_controller_is_built()
    {
        var (person, front) = (Build(_session.Address.AbsoluteUri, "person"), Build(_session.Address.AbsoluteUri, "fe-02"));
        Assert.All([person, front], refused => Assert.Equal(("SLW-ENV-20001", 1), (CodeOf(refused), refused.ExitCode)));
        Assert.Contains("only through ctl-01 (ctl-01.example.com)", person.Out, StringComparison.Ordinal);
        Assert.Contains("through fe-02", front.Out, StringComparison.Ordinal);
        Assert.Equal("ctl-01", await ThroughAsync(Build(_session.Address.AbsoluteUri, "ctl-01")));

        await using var relay = StartRelay("ctl-01");
        var address = (await relay.NextAsync("listening")).GetProperty("urls")[0].GetString()!.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Assert.Equal("ctl-01", await ThroughAsync(Build(address, "person")));

        var counts = await CallAsync(HttpMethod.Get, $"/api/v1/environments/{_environment}/launches?days=30", null);
        Assert.Contains("fe-02", counts.GetRawText(), StringComparison.Ordinal);
    }

    private static string? CodeOf(SlipwayRun run) => JsonDocument.Parse(run.Out).RootElement.GetProperty("problems")[0].GetProperty("code").GetString();

    private ServiceProcess StartRelay(string data)
    {
        Assert.Equal(0, SlipwayRun.Of("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "1", "-keyout", _folder["relay.key"], "-out", _folder["relay.pem"]], []).ExitCode);
        return ServiceProcess.Start(
            ["gateway", "relay", "--listen", "127.0.0.1:0", "--certificate", _folder["relay.pem"], "--key", _folder["relay.key"], "--server", _session.Address.AbsoluteUri, "--log", _folder["relay.jsonl"]],
            Of(data));
    }

    private Dictionary<string, string> Of(string data) => new() { ["XDG_DATA_HOME"] = _folder[data], ["SSL_CERT_FILE"] = _folder["relay.pem"], ["no_proxy"] = "localhost" };

    private SlipwayRun Build(string server, string data) => SlipwayRun.Of(
        ["build", Sample, "--server", server, "--token-file", _folder["token"], "--out", _folder["out " + data], "--json"], Of(data));

    private async Task<string?> ThroughAsync(SlipwayRun run)
    {
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.NotEmpty(Directory.GetFiles(_folder.Path, "*.apk", SearchOption.AllDirectories));
        var listed = JsonDocument.Parse(SlipwayRun.Of("builds", "list", "--server", _session.Address.AbsoluteUri, "--token-file", _folder["token"], "--json").Out).RootElement;
        var key = listed.GetProperty("builds")[0].GetProperty("key").GetGuid();
        return (await _session.Api.ShowAsync(key)).GetProperty("requestedThrough").GetString();
    }

    private async Task EnrolAsync(string name, params string[] roles)
    {
        var id = (await CallAsync(HttpMethod.Post, $"/api/v1/environments/{_environment}/servers", new { name, roles, address = name + ".example.com" })).GetProperty("id").GetString();
        var code = (await CallAsync(HttpMethod.Post, $"/api/v1/environments/{_environment}/servers/{id}/enrolment-code", new { })).GetProperty("code").GetString()!;
        _folder.Add("code", code);
        string[] enrol = ["gateway", "enrol", "--server", _session.Address.AbsoluteUri, "--code-file", _folder["code"], "--json"];
        var run = SlipwayRun.Of(enrol, Of(name));
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var file = JsonDocument.Parse(run.Out).RootElement.GetProperty("file").GetString()!;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(1, SlipwayRun.Of(enrol, Of("again")).ExitCode);
    }

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, object? body)
    {
        using var client = new HttpClient { BaseAddress = _session.Address };
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", _session.Api.Token);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
