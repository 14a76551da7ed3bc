using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Slipway.Cli.Tests.Serving;

/// <summary>How a service starts, refuses to start, and ends.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_administrators_token_is_shown_once_and_works()
    {
        string token;
        await using (var first = Serve())
        {
            var address = await AddressAsync(first);
            token = (await first.NextAsync("token")).GetProperty("token").GetString()!;
            Assert.Equal(HttpStatusCode.OK, await CallAsync(address, token));
            Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(address, token[..^1] + (token[^1] == 'A' ? 'B' : 'A')));
            first.Signal("TERM");
            await first.NextAsync("stopping");
            Assert.Equal(0, await first.EndAsync());
        }

        await using var second = Serve();
        Assert.Equal(HttpStatusCode.OK, await CallAsync(await AddressAsync(second), token));
        second.Signal("TERM");
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.NextAsync("token"));
    }

    [Fact]
    public void For_people_the_token_is_said_to_be_shown_once()
    {
        using var process = SlipwayRun.Start("dotnet", ["exec", SlipwayRun.Assembly, "serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"], "--no-worker"], []);
        var lines = new List<string>();
        while (!(lines.LastOrDefault()?.Contains("slipway login http://127.0.0.1:", StringComparison.Ordinal) ?? false))
            lines.Add(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd()));
        process.Kill();
        Assert.Contains(lines, line => line.StartsWith("ready ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("token   slw_", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("shown once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_printed_command_works_as_it_is_printed_and_the_file_in_it_is_the_owners_alone()
    {
        using var process = SlipwayRun.Start("dotnet", ["exec", SlipwayRun.Assembly, "serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data of ada's"], "--no-worker"], []);
        var lines = new List<string>();
        while (!(lines.LastOrDefault()?.TrimStart().StartsWith("slipway login ", StringComparison.Ordinal) ?? false))
            lines.Add(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
        var file = Path.Combine(_folder["data of ada's"], "admin.token");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var environment = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = _folder["config"], ["SLIPWAY_TOKEN"] = "", ["SLIPWAY_SERVER"] = "" };
        var login = SlipwayRun.Of("sh", ["-c", $"slipway() {{ dotnet exec '{SlipwayRun.Assembly}' \"$@\"; }}; {lines[^1].Trim()}"], environment);
        var listed = SlipwayRun.Of(["builds", "list", "--json"], environment);
        process.Kill();
        Assert.True(login.ExitCode == 0, login.Error);
        Assert.Equal(0, listed.ExitCode);
    }

    [Fact]
    public async Task A_lost_token_is_replaced_on_the_machine_while_the_service_runs()
    {
        await using var service = Serve();
        var address = await AddressAsync(service);
        await service.NextAsync("token");
        var run = SlipwayRun.Of("admin", "token", "--data", _folder["data"], "--days", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(address, run.Out.Trim()));
        Assert.Equal(1, SlipwayRun.Of("admin", "token", "--data", _folder["data"], "--organisation", "Nobody's").ExitCode);
        Assert.Equal(3, SlipwayRun.Of("admin", "token", "--data", _folder["elsewhere"]).ExitCode);
    }

    [Fact]
    public async Task A_second_server_with_the_same_folder_is_refused()
    {
        await using var first = Serve();
        await first.NextAsync("listening");
        await RefusedAsync("SLW-HST-50004", 3, "--urls", "http://127.0.0.1:0", "--data", _folder["data"]);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await RefusedAsync("SLW-HST-50001", 3, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "--data", _folder["data"]);
    }

    [Theory]
    [InlineData("SLW-HST-50002", 3, "--urls", "http://192.0.2.1:8484")]
    [InlineData("SLW-HST-40001", 1, "--urls", "https://127.0.0.1:0")]
    [InlineData("SLW-HST-50003", 3, "--data", "/proc/nowhere")]
    [InlineData("SLW-HST-50003", 3, "--data", "/dev/null")]
    [InlineData("SLW-SRV-40010", 1, "--database", "mysql://somewhere/x")]
    [InlineData("SLW-SRV-10001", 3, "--database", "postgres://nobody@127.0.0.1:1/x")]
    public Task What_cannot_be_used_is_refused_with_a_code(string code, int exitCode, string option, string value)
    {
        string[] rest = option == "--data" ? ["--urls", "http://127.0.0.1:0"] : option == "--urls" ? ["--data", _folder["data"]] : ["--urls", "http://127.0.0.1:0", "--data", _folder["data"]];
        return RefusedAsync(code, exitCode, [option, value, .. rest]);
    }

    private static async Task RefusedAsync(string code, int exitCode, params string[] arguments)
    {
        await using var process = ServiceProcess.Start(["serve", "--no-worker", .. arguments]);
        var problem = Assert.Single((await process.NextAsync("error")).GetProperty("problems").EnumerateArray());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(exitCode, await process.EndAsync());
        Assert.Equal("", await process.ErrorsAsync());
    }

    private static async Task<Uri> AddressAsync(ServiceProcess process) => new((await process.NextAsync("listening")).GetProperty("urls")[0].GetString()!);

    private static async Task<HttpStatusCode> CallAsync(Uri address, string token)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(new Uri("/api/v1/caller", UriKind.Relative));
        return answer.StatusCode;
    }

    private ServiceProcess Serve() => ServiceProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"], "--no-worker"]);
}
