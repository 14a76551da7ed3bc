using System.Net.Http.Headers;
using System.Net.Http.Json;
using Slipway.Cli.Tests.Commands;
using Slipway.Protocol.Access;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>People log in and out with email address and password.</summary>
public sealed class SessionTests(RunningService service) : IClassFixture<RunningService>, IDisposable
{
    private const string Password = "correct horse battery";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_has_logged_in_needs_no_token_and_who_has_logged_out_has_none()
    {
        await AddUserAsync("ada@example.com");
        var address = service.Address.AbsoluteUri;
        RunningService.Done(Run("login", address, "--email", "ada@example.com", "--password-file", _folder.Add("password", Password + "\n")));
        var file = _folder["config/slipway/servers.json"];
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(Password, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var token = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).RootElement.GetProperty("servers")[0].GetProperty("token").GetString()!;
        RunningService.Done(Run("builds", "list"));
        RunningService.Done(Run("logout"));
        Refusal.Is("SLW-NET-40002", Run("builds", "list", "--json"));
        Refusal.Is("SLW-SRV-20001", Run("builds", "list", "--json", "--server", address, "--token-file", _folder.Add("token", token)));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_nothing_is_remembered()
    {
        await AddUserAsync("eve@example.com");
        var run = Run("login", service.Address.AbsoluteUri, "--email", "eve@example.com", "--password-file", _folder.Add("password", "wrong password"), "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SLW-SRV-2", run.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["config/slipway/servers.json"]));
    }

    private SlipwayRun Run(params string[] arguments) =>
        SlipwayRun.Of(arguments, new() { ["XDG_CONFIG_HOME"] = _folder["config"], ["SLIPWAY_TOKEN"] = "", ["SLIPWAY_SERVER"] = "" });

    private async Task AddUserAsync(string email)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.Token);
        using var answer = await client.PostAsJsonAsync("/api/v1/users", new NewUser(email, "Somebody", "Developer", Password), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
