using System.Text.RegularExpressions;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Tests;

public sealed partial class CauseProblemsTests
{
    [Fact]
    public void Every_failure_that_a_check_can_find_has_an_entry_in_the_catalogue()
    {
        var folder = Path.Combine(Repository.Root, "src", "Slipway.Diagnosis", "Checks");
        var causes = Directory.EnumerateFiles(folder, "*.cs").SelectMany(file => Named.Matches(File.ReadAllText(file))).Select(match => match.Groups["cause"].Value).ToHashSet();
        Assert.All(["port-silent", "proxy-407", "tls-interception", "idle-cut"], cause => Assert.Contains(cause, causes));
        Assert.DoesNotContain(causes, cause => CauseProblems.KindOf(cause) == DoctorProblems.NotMeasured);
    }

    [Theory]
    [InlineData("port-silent", "SLW-DOC-10003")]
    [InlineData("port-silent-partly", "SLW-DOC-10003")]
    [InlineData("proxy-504", "SLW-DOC-10008")]
    [InlineData("rate-limited", "SLW-DOC-10022")]
    public void A_cause_has_a_code(string cause, string code) => Assert.Equal(code, CauseProblems.KindOf(cause).Code);

    // What Finding.Fail is given, and the alternatives that a check chooses from before.
    [GeneratedRegex("""(Finding\.Fail\(\s*"(?<cause>[a-z0-9-]+)"|\("(?<cause>(port|no)-[a-z-]+)", "|Cause = "(?<cause>[a-z-]+)")""", RegexOptions.ExplicitCapture)]
    private static partial Regex Named { get; }
}
