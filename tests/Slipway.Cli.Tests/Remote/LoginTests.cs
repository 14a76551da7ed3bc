using System.Text.Json;

namespace Slipway.Cli.Tests.Remote;

/// <summary>Who is meant, and what proves who calls.</summary>
public sealed class LoginTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("SLW-NET-40002", "builds", "list")]
    [InlineData("SLW-NET-40003", "builds", "list", "--server", "https://builder.example.com")]
    [InlineData("SLW-NET-40003", "logout", "https://builder.example.com")]
    [InlineData("SLW-NET-40003", "login", "https://builder.example.com")]
    [InlineData("SLW-NET-20001", "login", "http://builder.example.com", "--email", "ada@example.com")]
    [InlineData("SLW-NET-40006", "login", "https://builder.example.com", "--token-file", "nowhere")]
    [InlineData("SLW-SIG-40105", "login", "https://builder.example.com", "--email", "ada@example.com")]
    public void What_is_missing_is_told_before_anything_is_sent(string code, params string[] arguments)
    {
        var run = SlipwayRun.Of([.. arguments, "--json"], new() { ["XDG_CONFIG_HOME"] = _folder["config"], ["SLIPWAY_TOKEN"] = "", ["SLIPWAY_SERVER"] = "", ["SLIPWAY_PASSWORD"] = "" });
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(code, document.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Error);
    }
}
