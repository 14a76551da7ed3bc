using System.Globalization;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Programs of others go through a real process of <c>slipway gateway</c>: to what is listed, and to nothing else.</summary>
public sealed class GatewayClientsTests : IAsyncLifetime
{
    private const string Unlisted = "unlisted.example.com";

    private readonly TemporaryFolder _folder = new();
    private LocalSite _site = null!;
    private ServiceProcess _gateway = null!;
    private string _proxy = null!;

    private string Certificate => _folder["site.pem"];

    public async ValueTask InitializeAsync()
    {
        _folder.Add("www/page.html", "<title>Page</title><p id=text>reached through the gateway</p>");
        _site = await LocalSite.StartAsync(_folder["www"], Certificate);
        _folder.Add("gateway.json", $$"""
            {
              // What the tests reach.
              "listen": ["127.0.0.1:0"], "admin": "127.0.0.1:0", "log": {{Quoted(_folder["decisions.jsonl"])}},
              "allow": ["localhost:{{_site.Port}}"], "allowAddresses": ["127.0.0.0/8", "::1"],
            }
            """);
        _gateway = ServiceProcess.Start(["gateway", "--config", _folder["gateway.json"]]);
        _proxy = (await _gateway.NextAsync("listening")).GetProperty("urls")[0].GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Curl_git_npm_dotnet_and_chromium_reach_what_is_listed_and_nothing_else()
    {
        Assert.Contains("through the gateway", Run("curl", "-sS", "--cacert", Certificate, $"{_site.Address}/page.html").Out, StringComparison.Ordinal);
        Refused(Run("curl", "-sS", "--cacert", Certificate, $"https://{Unlisted}:{_site.Port}/page.html"), "403");
        Clone();
        Install();
        Restore();
        Browse();
        _gateway.Signal("TERM");
        Assert.Equal(0, await _gateway.EndAsync());
        var log = await File.ReadAllTextAsync(_folder["decisions.jsonl"], TestContext.Current.CancellationToken);
        Assert.InRange(log.Split('\n').Count(line => line.Contains($"\"host\":\"{Unlisted}\"", StringComparison.Ordinal) && line.Contains("\"reason\":\"not-listed\"", StringComparison.Ordinal)), 5, 50);
        Assert.Contains("\"sni\":\"localhost\",\"verdict\":\"allow\"", log, StringComparison.Ordinal);
        Assert.Equal(0, SlipwayRun.Of("gateway", "learn", _folder["decisions.jsonl"], "--out", _folder["learned.json"]).ExitCode);
        Assert.Contains(Unlisted, SlipwayRun.Of("gateway", "--config", _folder["learned.json"], "--check").Out, StringComparison.Ordinal);
    }

    private void Clone()
    {
        _folder.Add("source/readme.txt", "cloned through the gateway");
        Well(Run("git", "init", "-q", "-b", "main", _folder["source"]));
        Well(Run("git", "-C", _folder["source"], "add", "."));
        Well(Run("git", "-C", _folder["source"], "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "first"));
        Well(Run("git", "clone", "-q", "--bare", _folder["source"], _folder["www/app.git"]));
        Well(Run("git", "-C", _folder["www/app.git"], "update-server-info"));
        Well(Run("git", "clone", "-q", $"{_site.Address}/app.git", _folder["clone"]));
        Assert.Equal("cloned through the gateway", File.ReadAllText(_folder["clone/readme.txt"]));
        Refused(Run("git", "clone", "-q", $"https://{Unlisted}:{_site.Port}/app.git", _folder["other"]), "403");
    }

    private void Install()
    {
        _folder.Add("package/package.json", """{ "name": "through-gateway", "version": "1.0.0" }""");
        Well(SlipwayRun.Of("npm", ["pack", "--silent", "--pack-destination", _folder["www"]], [], _folder["package"]));
        _folder.Add("www/through-gateway", $$"""
            { "name": "through-gateway", "dist-tags": { "latest": "1.0.0" }, "versions": { "1.0.0": { "name": "through-gateway", "version": "1.0.0", "dist": { "tarball": "{{_site.Address}}/through-gateway-1.0.0.tgz" } } } }
            """);
        _folder.Add("app/package.json", """{ "name": "app", "version": "1.0.0" }""");
        Well(Npm(_site.Address));
        Assert.True(File.Exists(_folder["app/node_modules/through-gateway/package.json"]));
        Refused(Npm($"https://{Unlisted}:{_site.Port}"), "403");
    }

    private SlipwayRun Npm(string registry) =>
        SlipwayRun.Of("npm", ["install", "through-gateway", "--registry", registry, "--cafile", Certificate, "--no-audit", "--no-fund", "--fetch-retries", "0", "--cache", _folder["npm " + registry.Length.ToString(CultureInfo.InvariantCulture)]], Variables, _folder["app"]);

    // A feed with nothing in it: the error names the package when the feed was read, and the proxy when it was not.
    private void Restore()
    {
        _folder.Add("www/index.json", $$"""{ "version": "3.0.0", "resources": [{ "@id": "{{_site.Address}}/flat/", "@type": "PackageBaseAddress/3.0.0" }] }""");
        _folder.Add("www/flat/nowhere.package/index.json", """{ "versions": ["9.9.9"] }""");
        _folder.Add("project/project.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Nowhere.Package" Version="1.0.0" /></ItemGroup></Project>""");
        Assert.Contains("9.9.9", Dotnet(_site.Address), StringComparison.Ordinal);
        Assert.Contains("403", Dotnet($"https://{Unlisted}:{_site.Port}"), StringComparison.Ordinal);
    }

    private string Dotnet(string feed)
    {
        var run = SlipwayRun.Of("dotnet", ["restore", "--source", $"{feed}/index.json", "--packages", _folder["packages"], "--no-http-cache"], Variables, _folder["project"]);
        Assert.NotEqual(0, run.ExitCode);
        return run.Out + run.Error;
    }

    // The browser's own PAC evaluation: what the file does not name would go past the gateway, so it is given to it directly.
    private void Browse()
    {
        Assert.Contains("reached through the gateway", Chromium("localhost").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("reached through the gateway", Chromium(Unlisted).Out, StringComparison.Ordinal);
    }

    private SlipwayRun Chromium(string host) => Run(
        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--ignore-certificate-errors", $"--user-data-dir={_folder["chromium " + host]}",
        $"--proxy-server={_proxy}", "--proxy-bypass-list=<-loopback>", "--dump-dom", $"https://{host}:{_site.Port}/page.html");

    private Dictionary<string, string> Variables => new()
    {
        ["https_proxy"] = _proxy,
        ["HTTPS_PROXY"] = _proxy,
        ["no_proxy"] = "",
        ["NO_PROXY"] = "",
        ["GIT_SSL_CAINFO"] = Certificate,

        ["SSL_CERT_FILE"] = Certificate,
        ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "1",
    };

    private SlipwayRun Run(string program, params string[] arguments) => SlipwayRun.Of(program, arguments, Variables);

    private static void Well(SlipwayRun run) => Assert.True(run.ExitCode == 0, run.Out + run.Error);

    private static void Refused(SlipwayRun run, string with)
    {
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(with, run.Out + run.Error, StringComparison.Ordinal);
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
