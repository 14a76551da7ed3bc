using System.Text;
using System.Text.Json;
using Slipway.Diagnosis.Reports;

namespace Slipway.Diagnosis.Tests.Reports;

public sealed class SupportBundleTests
{
    private const string User = "us3r-name";
    private const string Password = "p4ss/w&rd";
    private const string Token = "slw_abcdefgh_0123456789";
    private const string Cookie = "c00kie-value";
    private const string FeedKey = "feed-s1gnature";

    // What may not be in there, in each form in which it could get in.
    private static readonly string[] Secrets =
    [
        User, Password, Uri.EscapeDataString(Password), Base64(Password), Base64($"{User}:{Password}"), Token, Base64(Token), Cookie, FeedKey, "variable-secret",
    ];

    [Fact]
    public async Task Nothing_secret_gets_in_even_where_a_proxy_repeats_it()
    {
        using var folder = new TemporaryFolder();
        await using var proxy = new TalkativeProxy(head => $"HTTP/1.1 {(head.Contains("Proxy-Authorization") ? "403 Forbidden" : "407 Authentication Required")}\r\nProxy-Authenticate: Basic realm=\"{User}\"\r\nVia: 1.1 {User} {Password}\r\nSet-Cookie: session={Cookie}\r\nConnection: close\r\n\r\n<p>No, {User} with {Password}: {head}");
        var options = Options(proxy.Port) with { Ranges = $"https://feed.example.com/ranges.json?signature={FeedKey}" };
        var report = await Doctor.ExamineAsync(options, new Progress<string>(), TestContext.Current.CancellationToken);
        SupportBundle.Write(folder["doctor.zip"], report, options, $"a text that somebody pasted {Password} into");

        // They were in play: the proxy was told them, and what it said is in the report.
        Assert.Contains(proxy.Heads, head => head.Contains(Base64($"{User}:{Password}"), StringComparison.Ordinal));
        Assert.Contains("No, *** with ***", Entry(folder["doctor.zip"], "report.json"), StringComparison.Ordinal);
        Assert.Contains("pasted *** into", Entry(folder["doctor.zip"], "report.txt"), StringComparison.Ordinal);

        var everything = ExternalTool.RunWell("unzip", "-p", folder["doctor.zip"]);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(295)]
    [InlineData(4090)]
    public async Task Nor_does_half_of_it_where_a_long_answer_is_cut(int before)
    {
        using var folder = new TemporaryFolder();
        await using var proxy = new TalkativeProxy(_ => $"HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n{(before > 300 ? $"<!{new string('-', before - 4)}>" : new string('x', before))} {Password} and more {new string('y', 5000)}");
        var options = Options(proxy.Port);
        SupportBundle.Write(folder["doctor.zip"], await Doctor.ExamineAsync(options, new Progress<string>(), TestContext.Current.CancellationToken), options, "");
        Assert.DoesNotContain(Password[..4], ExternalTool.RunWell("unzip", "-p", folder["doctor.zip"]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_holds_the_report_for_people_and_programs_the_letter_and_the_machine()
    {
        using var folder = new TemporaryFolder();
        await using var proxy = new TalkativeProxy(_ => "HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
        var options = Options(proxy.Port);
        var report = await Doctor.ExamineAsync(options, new Progress<string>(), TestContext.Current.CancellationToken);
        SupportBundle.Write(folder["doctor.zip"], report, options, "for people");
        ExternalTool.RunWell("unzip", "-t", folder["doctor.zip"]);
        using var document = JsonDocument.Parse(Entry(folder["doctor.zip"], "report.json"));
        Assert.Equal("C06", Assert.Single(document.RootElement.GetProperty("rootCauses").EnumerateArray()).GetString());
        Assert.StartsWith("Hello, please let ", Entry(folder["doctor.zip"], "network-team.txt"), StringComparison.Ordinal);
        Assert.Contains($"HTTPS_PROXY: http://127.0.0.1:{proxy.Port}, with a user\n", Entry(folder["doctor.zip"], "machine.txt"), StringComparison.Ordinal);
        Assert.Contains("NO_PROXY: 10.0.0.0/8\n", Entry(folder["doctor.zip"], "machine.txt"), StringComparison.Ordinal);
    }

    private static DoctorOptions Options(int port)
    {
        Dictionary<string, string> variables = new()
        {
            ["HTTPS_PROXY"] = $"http://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{port}",
            ["NO_PROXY"] = "10.0.0.0/8",
            ["SOME_API_TOKEN"] = "variable-secret",
        };
        return new DoctorOptions(new Uri("https://builder.invalid"))
        {
            Token = Token,
            Variable = variables.GetValueOrDefault,
            Variables = () => variables.Select(variable => (variable.Key, variable.Value)),
            Quick = true,
        };
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Entry(string zip, string name) => ExternalTool.RunWell("unzip", "-p", zip, name);
}
