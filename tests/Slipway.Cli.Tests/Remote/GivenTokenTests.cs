using System.Text;
using System.Text.Json;
using Slipway.Cli.Tests.Commands;

namespace Slipway.Cli.Tests.Remote;

/// <summary>Tokens, addresses and passwords as people's systems deliver them.</summary>
public sealed class GivenTokenTests : IDisposable
{
    private const string Token = "slw_aaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private const string Nobody = "http://127.0.0.1:1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Token + "\n")]
    [InlineData(Token + "\r\n")]
    [InlineData(Token + "\r")]
    [InlineData(" " + Token)]
    [InlineData("\uFEFF" + Token)]
    public void A_token_in_a_variable_is_taken_without_what_stands_around_it(string value) =>
        Assert.Equal("SLW-NET-10002", Code(Run(new() { ["SLIPWAY_TOKEN"] = value, ["SLIPWAY_SERVER"] = Nobody + "\r\n" }, "builds", "list")));

    [Theory]
    [InlineData("two words")]
    [InlineData("slw_ümlaut")]
    public void What_is_no_token_in_a_variable_is_told_and_not_repeated(string value)
    {
        var run = Run(new() { ["SLIPWAY_TOKEN"] = value }, "builds", "list", "--server", Nobody);
        Assert.Equal("SLW-NET-40006", Code(run));
        Assert.DoesNotContain(value, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_file_is_taken_as_PowerShell_writes_it()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            File.WriteAllText(_folder["token"], Token + "\r\n", encoding);
            Assert.Equal("SLW-NET-10002", Code(Run([], "builds", "list", "--server", Nobody, "--token-file", _folder["token"])));
            Assert.Equal("SLW-NET-10002", Code(Run([], "login", Nobody, "--token-file", _folder["token"])));
        }
    }

    [Fact]
    public void Login_takes_a_token_from_standard_input_and_from_the_variable()
    {
        using var process = SlipwayRun.Start("dotnet", ["exec", SlipwayRun.Assembly, "login", Nobody, "--token-file", "-", "--json"], Clean([]));
        process.StandardInput.WriteLine(Token);
        Assert.Equal("SLW-NET-10002", Code(SlipwayRun.End(process)));
        Assert.Equal("SLW-NET-10002", Code(Run(new() { ["SLIPWAY_TOKEN"] = Token + "\n" }, "login", Nobody)));
    }

    [Fact]
    public void Without_a_terminal_login_tells_all_ways_to_give_a_token()
    {
        foreach (var arguments in new string[][] { ["login", Nobody], ["login", Nobody, "--email", " "] })
        {
            var run = Run([], arguments);
            Assert.Equal("SLW-NET-40003", Code(run));
            Assert.All(["--token-file FILE", "--token-file -", "SLIPWAY_TOKEN", "--email"], way => Assert.Contains($"{way}", run.Out, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void On_a_terminal_login_takes_a_token_where_it_asks()
    {
        var command = $"dotnet exec '{SlipwayRun.Assembly}' login {Nobody}";
        foreach (var (typed, asked) in new[] { ($"{Token}\n", "Email, or nothing to give a token: "), ($"\n{Token}\n", "Token: ") })
        {
            using var process = SlipwayRun.Start("script", ["-qec", command, "/dev/null"], Clean(new() { ["TERM"] = "dumb" }));
            process.StandardInput.Write(typed);
            process.StandardInput.Flush();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Contains(asked, output, StringComparison.Ordinal);
            Assert.Contains("SLW-NET-10002", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_address_without_a_scheme_is_answered_with_the_one_that_was_meant()
    {
        var run = Run([], "login", "builder.example.com");
        Assert.Equal("SLW-NET-40001", Code(run));
        Assert.Contains("Write it as https://builder.example.com.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_loses_its_line_end_and_nothing_else()
    {
        foreach (var (text, encoding) in new (string, Encoding)[] { (" pass word \n", new UTF8Encoding(false)), (" pass word \r\n", new UnicodeEncoding(false, true)) })
        {
            File.WriteAllText(_folder["password"], text, encoding);
            var path = _folder[Guid.NewGuid() + ".p12"];
            Assert.Equal(0, SlipwayRun.Of(["credentials", "create", path, "--password-file", _folder["password"], "--algorithm", "ec-p256"], Clean([])).ExitCode);
            var listed = SlipwayRun.Of("keytool", ["-list", "-keystore", path, "-storepass:env", "PASSWORD"], Clean(new() { ["PASSWORD"] = " pass word " }));
            Assert.True(listed.ExitCode == 0, listed.Out);
            var built = SlipwayRun.Of(["sign", _folder.Add("x.apk", "no package"), "--keystore", path, "--json"], Clean(new() { ["SLIPWAY_KEYSTORE_PASSWORD"] = "\uFEFF pass word \n" }));
            Refusal.Is("SLW-GEN-40011", built);
        }
    }

    [Fact]
    public void A_list_of_addresses_is_taken_as_PowerShell_writes_it()
    {
        const string List = """{"syncToken":"1","createDate":"2026-01-01-00-00-00","prefixes":[{"ip_prefix":"13.32.0.0/15","region":"GLOBAL","service":"CLOUDFRONT","network_border_group":"GLOBAL"}],"ipv6_prefixes":[]}""";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true) })
        {
            File.WriteAllText(_folder["ranges.json"], List + "\r\n", encoding);
            var run = SlipwayRun.Of(["firewall", "--format", "plain", "--ranges", _folder["ranges.json"]], Clean([]));
            Assert.Contains("13.32.0.0/15", run.Out, StringComparison.Ordinal);
        }
    }

    private SlipwayRun Run(Dictionary<string, string> environment, params string[] arguments) => SlipwayRun.Of([.. arguments, "--json"], Clean(environment));

    private Dictionary<string, string> Clean(Dictionary<string, string> environment)
    {
        Dictionary<string, string> all = new() { ["XDG_CONFIG_HOME"] = _folder["config"], ["SLIPWAY_TOKEN"] = "", ["SLIPWAY_SERVER"] = "", ["SLIPWAY_PASSWORD"] = "" };
        foreach (var (name, value) in environment)
            all[name] = value;
        return all;
    }

    private static string? Code(SlipwayRun run) => JsonDocument.Parse(run.Out).RootElement.GetProperty("problems")[0].GetProperty("code").GetString();
}
