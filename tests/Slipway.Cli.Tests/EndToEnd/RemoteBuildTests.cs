#pragma warning disable RS0030 // another reader than ours looks into the package
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Slipway.Cli.Tests.Commands;
using Slipway.Cli.Tests.Output;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>A build at a service looks like one here: the same package, output, document and exit codes.</summary>
public sealed class RemoteBuildTests(RunningService service) : IClassFixture<RunningService>, IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "field-notes");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_package_is_that_of_a_build_here_byte_for_byte_and_so_is_what_is_printed()
    {
        var here = RunningService.Done(service.Run("build", Sample, "--type", "release", "--keystore", service.Keystore, "--keystore-password-file", service.PasswordFile, "--out", _folder["here"]));
        var there = RunningService.Done(service.Run("build", Sample, "--type", "release", "--credential", "keystore=release", "--server", Address, "--out", _folder["there"]));
        Assert.Equal(Hash("here"), Hash("there"));
        Assert.Equal(Path.GetFileName(Directory.GetFiles(_folder["here"]).Single()), Path.GetFileName(Directory.GetFiles(_folder["there"]).Single()));
        Assert.Equal(here.Out.Split('\n')[..^2].Select(l => l.Replace("/here/", "/there/", StringComparison.Ordinal)), there.Out.Split('\n')[..^2]);
        Assert.Matches(@"^  [0-9]+ ms: .*package [0-9]+", there.Out.Split('\n')[^2]);
        Assert.Equal(here.Error, there.Error);
    }

    [Fact]
    public void Keys_in_the_folder_do_not_travel_unless_they_are_included()
    {
        _folder.Add("app/index.html", "<title>Notes</title>");
        _folder.Add("app/.env", "TOKEN=1");
        _folder.Add("app/client.p12", "x");
        var here = RunningService.Done(service.Run("build", _folder["app"], "--include", "client.p12", "--out", _folder["here"]));
        var there = RunningService.Done(service.Run("build", _folder["app"], "--include", "client.p12", "--server", Address, "--out", _folder["there"]));
        Assert.Equal(here.Error, there.Error);
        using var package = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(_folder["there"]).Single());
        Assert.Equal(["assets/www/client.p12", "assets/www/index.html"], package.Entries.Select(e => e.FullName).Where(n => n.StartsWith("assets/www/", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_archive_is_built_as_its_folder_is()
    {
        RunningService.Done(SlipwayRun.Of("zip", ["-q", "-r", _folder["app.zip"], "."], [], Sample));
        RunningService.Done(service.Run("build", Sample, "--type", "release", "--credential", "keystore=release", "--server", Address, "--out", _folder["folder"]));
        RunningService.Done(service.Run("build", _folder["app.zip"], "--type", "release", "--credential", "keystore=release", "--server", Address, "--out", _folder["zip"]));
        Assert.Equal(Hash("folder"), Hash("zip"));
    }

    [Fact]
    public void The_document_has_the_shape_of_that_of_a_build_here_and_the_builds_beside()
    {
        _folder.Add("app/index.html", "<p>No title, so that there is a notice");
        using var here = JsonDocument.Parse(RunningService.Done(service.Run("build", _folder["app"], "--out", _folder["here"], "--json")).Out);
        using var there = JsonDocument.Parse(RunningService.Done(service.Run("build", _folder["app"], "--server", Address, "--out", _folder["there"], "--json")).Out);
        Assert.Equal([.. here.RootElement.EnumerateObject().Select(p => p.Name), "builds"], there.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Shape(here.RootElement.GetProperty("artifacts")), Shape(there.RootElement.GetProperty("artifacts")));
        Assert.Equal(here.RootElement.GetProperty("problems").GetRawText(), there.RootElement.GetProperty("problems").GetRawText());
        Assert.True(there.RootElement.GetProperty("timings").GetProperty("total").GetDouble() > 0);
        Assert.NotEqual(Guid.Empty, there.RootElement.GetProperty("builds")[0].GetProperty("key").GetGuid());
    }

    [Theory]
    [InlineData("SLW-NET-40004", 1, "--keystore", "k.p12")]
    [InlineData("SLW-SRV-40401", 1, "--environment", "Nowhere")]
    public void What_the_service_does_not_take_is_refused(string code, int exitCode, params string[] options)
    {
        var run = service.Run(["build", Sample, "--server", Address, "--json", "--out", _folder["out"], .. options]);
        Refusal.Is(code, run);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void What_a_build_here_refuses_is_refused_in_the_same_words()
    {
        _folder.Add("app/index.html", "<title>Notes</title>");
        var here = service.Run("build", _folder["app"], "--id", "not an id", "--json");
        var there = service.Run("build", _folder["app"], "--id", "not an id", "--json", "--server", Address);
        Assert.Equal(here, there);
        Assert.Equal(1, there.ExitCode);
    }

    [Fact]
    public void A_release_without_a_key_in_the_vault_is_the_users_to_put_right()
    {
        var run = service.Run("build", Sample, "--platform", "ios", "--type", "adhoc", "--server", Address, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SLW-", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SLW-NET-10002", 3, "http://127.0.0.1:1")]
    [InlineData("SLW-NET-10001", 3, "https://nothing.invalid")]
    [InlineData("SLW-NET-20001", 1, "http://builder.example.com")]
    [InlineData("SLW-NET-40001", 1, "builder.example.com")]
    public void What_is_wrong_on_the_way_has_a_code_and_an_exit_code(string code, int exitCode, string address)
    {
        var run = service.Run("build", Sample, "--server", address, "--token-file", _folder.Add("token", service.Token), "--json");
        Assert.Equal(exitCode, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(code, document.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void A_token_that_is_not_valid_is_told()
    {
        var run = service.Run("build", Sample, "--server", Address, "--token-file", _folder.Add("token", service.Token[..^4] + "AAAA"), "--json");
        Refusal.Is("SLW-SRV-20001", run);
    }

    [Fact]
    public void Builds_can_be_listed_shown_read_and_downloaded()
    {
        using var built = JsonDocument.Parse(RunningService.Done(service.Run("build", Sample, "--server", Address, "--out", _folder["a"], "--json", "--application", "Listed")).Out);
        var key = built.RootElement.GetProperty("builds")[0].GetProperty("key").GetString()!;
        Assert.StartsWith(key, RunningService.Done(service.Run("builds", "list", "--application", "Listed")).Out, StringComparison.Ordinal);
        Assert.Contains("Field Notes 1.0.0", RunningService.Done(service.Run("builds", "show", key)).Out, StringComparison.Ordinal);
        Assert.NotEqual("", RunningService.Done(service.Run("builds", "logs", key)).Out);
        Assert.NotEqual("", RunningService.Done(service.Run("builds", "logs", key, "--follow")).Out);
        Assert.Contains(key, Suggested("slipway builds show ", key), StringComparison.Ordinal);
        RunningService.Done(service.Run("builds", "download", key, "--out", _folder["b"]));
        Assert.Equal(Hash("a"), Hash("b"));
        Refusal.Is("SLW-SRV-40401", service.Run("builds", "show", Guid.NewGuid().ToString(), "--json"));
    }

    [Fact]
    public void The_code_that_is_printed_leads_a_phone_to_the_page_of_the_build()
    {
        var run = RunningService.Done(service.Run("build", Sample, "--server", Address, "--out", _folder["out"], "--qr"));
        var code = run.Out.Split('\n').SkipWhile(line => line.Length > 0).Where(line => line.Length > 0).ToList();
        Assert.StartsWith($"  {RunningService.PublicAddress}/i/", code[^1], StringComparison.Ordinal);
        Assert.Equal("QR-Code:" + code[^1].Trim(), PrintedCode.Read(code.SkipLast(1), _folder));
    }

    [Fact]
    public void Credentials_can_be_listed_and_removed()
    {
        RunningService.Done(service.Run("credentials", "add", service.Keystore, "--name", "spare", "--password-file", service.PasswordFile));
        Assert.Contains("spare", RunningService.Done(service.Run("credentials", "list")).Out, StringComparison.Ordinal);
        RunningService.Done(service.Run("credentials", "remove", "spare"));
        Assert.DoesNotContain("spare", RunningService.Done(service.Run("credentials", "list")).Out, StringComparison.Ordinal);
        Refusal.Is("SLW-SIG-40013", service.Run("credentials", "add", service.Keystore, "--name", "wrong", "--password-file", _folder.Add("p", "wrong"), "--json"));
    }

    [Fact]
    public void A_keystore_with_an_empty_password_goes_into_the_vault()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Empty", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(5));
        var keystore = _folder.Add("empty.p12", certificate.Export(X509ContentType.Pkcs12, ""));
        RunningService.Done(service.Run("credentials", "add", keystore, "--name", "empty", "--password-file", _folder.Add("nothing", "\n")));
        RunningService.Done(service.Run("credentials", "remove", "empty"));
    }

    private string Address => service.Address.AbsoluteUri;

    private string Hash(string folder) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Directory.GetFiles(_folder[folder]).Single())));

    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().Select(p => p.Name + ":" + Shape(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Shape).Distinct()) + "]",
        var kind => kind.ToString(),
    };

    // A completion that takes more than a second suggests nothing, and people press the key again.
    private string Suggested(string line, string expected)
    {
        const int mostTries = 30;
        var text = "";
        for (var i = 0; i < mostTries && !text.Contains(expected, StringComparison.Ordinal); i++)
            text = service.Run($"[suggest:{line.Length}]", line).Out;
        return text;
    }
}
