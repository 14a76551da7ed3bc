namespace Slipway.Diagnosis.Tests.Checks;

/// <summary>What slipway takes is what curl takes; what other programs of .NET make of it is told where it differs.</summary>
public sealed class ConfigurationCheckTests
{
    [Theory]
    [InlineData("http://proxy:8080", "proxy:8080", null)]
    [InlineData("socks5h://proxy:1081", "proxy:1081", "connect directly")]
    [InlineData("socks://proxy:1081", "proxy:1081", "connect directly")]
    [InlineData(" http://proxy:8080", "proxy:8080", "the blank in front")]
    [InlineData("http://proxy", "proxy:1080", "take the port 80")]
    [InlineData("proxy:8080", "proxy:8080", null)]
    public async Task The_proxy_of_a_variable_is_the_one_that_builds_take(string value, string place, string? others)
    {
        var finding = await FindAsync(("HTTPS_PROXY", value));
        Assert.Equal(CheckState.Ok, finding.State);
        Assert.Contains($"Through the proxy {place} (HTTPS_PROXY)", finding.Summary, StringComparison.Ordinal);
        Tells(finding, others);
    }

    [Theory]
    [InlineData("builder.example.com", null)]
    [InlineData(".example.com", null)]
    [InlineData("example.com", "that host only")]
    [InlineData("*.example.com", "patterns are not known")]
    [InlineData("*", "* is not known")]
    [InlineData("builder.example.com:443", "ports are not known")]
    [InlineData("a.example.org builder.example.com", "at commas only")]
    public async Task An_exception_of_curl_is_one_of_builds(string value, string? others)
    {
        var finding = await FindAsync(("HTTPS_PROXY", "http://proxy:8080"), ("NO_PROXY", value));
        Assert.Equal(CheckState.Ok, finding.State);
        Assert.StartsWith("No proxy: NO_PROXY has ", finding.Summary, StringComparison.Ordinal);
        Tells(finding, others);
    }

    [Theory]
    [InlineData("https://builder.example.com", true)]
    [InlineData("https://builder.example.com/", true)]
    [InlineData("other.example.com;builder.example.com", true)]
    [InlineData("build*.example.com", true)]
    [InlineData("builder.example.com:8443", false)]
    [InlineData("other.example.com", false)]
    [InlineData("10.0.0.0/8", false)]
    public async Task An_entry_that_no_program_understands_is_a_finding_where_it_seems_to_mean_the_service(string entry, bool isFound)
    {
        var finding = await FindAsync(("HTTPS_PROXY", "http://proxy:8080"), ("NO_PROXY", entry));
        Assert.Equal(isFound ? (CheckState.Fail, "no-proxy-ignored", "SLW-DOC-40001") : (CheckState.Ok, null, null), (finding.State, finding.Cause, finding.Kind?.Code));
        Assert.False(finding.Blocks);
    }

    [Theory]
    [InlineData("ftp://us3r:p4ssw0rd@proxy:21")]
    [InlineData("http://us3r:p4ssw0rd@proxy:99999")]
    [InlineData("http://us3r:p4ssw0rd@")]
    public async Task What_is_no_proxy_is_never_taken_for_none(string value)
    {
        var finding = await FindAsync(("https_proxy", value));
        Assert.Equal((CheckState.Fail, "proxy-malformed"), (finding.State, finding.Cause));
        Assert.Contains("Builds do not connect", finding.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssw0rd", finding.ToString() + string.Join(' ', finding.Facts), StringComparison.Ordinal);
    }

    private static void Tells(CheckFinding finding, string? others)
    {
        if (others is null)
            Assert.DoesNotContain("Other programs", finding.Summary, StringComparison.Ordinal);
        else
            Assert.Contains(others, finding.Summary[finding.Summary.IndexOf("Other programs of .NET", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static async Task<CheckFinding> FindAsync(params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(v => v.Name, v => v.Value);
        var options = new DoctorOptions(new Uri("https://builder.example.com")) { Variable = values.GetValueOrDefault, Variables = () => variables, Only = ["C01"] };
        return Assert.Single((await Doctor.ExamineAsync(options, new Progress<string>(), TestContext.Current.CancellationToken)).Checks).Finding;
    }
}
