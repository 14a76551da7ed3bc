using System.Net;
using Slipway.Diagnosis.Connections;

namespace Slipway.Diagnosis.Tests;

public sealed class RootCausesTests
{
    private static readonly CheckResult Reached = Result("C10", CheckFinding.Ok("reached"));

    [Fact]
    public void Names_that_differ_are_a_peculiarity_where_the_service_is_reached()
    {
        var split = Explain(Result("C02", Split()), Reached)[0];
        Assert.Equal((CheckState.Ok, null), (split.State, split.Finding.Cause));
    }

    [Fact]
    public void Names_that_differ_are_the_cause_where_it_is_not()
    {
        var results = Explain(Result("C02", Split()), Result("C05", Fail("port-silent")), Result("C10", CheckFinding.Skip("Skipped because of C05."), "C05"));
        Assert.Equal(["C02"], results.Where(result => result.IsRoot).Select(result => result.Id));
        Assert.Equal(("C02", "Skipped because of C02."), (results[2].Because, results[2].Finding.Summary));
    }

    [Theory]
    [InlineData("C07", "tls-failed", "C09", "large-hello-dropped")]
    [InlineData("C07", "tls-clock", "C13", "clock-skew")]
    [InlineData("C12", "stream-cut", "C15", "idle-cut")]
    [InlineData("C09", "large-hello-dropped", "C11", "upload-stalled")]
    [InlineData("C04", "ipv6-broken", "C05", "port-silent")]
    public void One_failure_explains_another(string id, string consequence, string because, string cause)
    {
        Assert.Equal([because], Explain(Result(id, Fail(consequence)), Result(because, Fail(cause))).Where(result => result.IsRoot).Select(result => result.Id));
        Assert.Equal([id], Explain(Result(id, Fail(consequence)), Result(because, CheckFinding.Ok("well"))).Where(result => result.IsRoot).Select(result => result.Id));
    }

    [Theory]
    [InlineData("192.0.2.1", "C03")]
    [InlineData("192.0.2.2", "C05")]
    public void An_old_list_explains_only_the_addresses_that_it_lacks(string closed, string root)
    {
        using var examination = Examination();
        examination.Unlisted = [IPAddress.Parse("192.0.2.1")];
        examination.Dials = [new DialAttempt(new IPEndPoint(IPAddress.Parse(closed), 443), DialOutcome.Refused, TimeSpan.Zero, null)];
        var results = RootCauses.Explain([Result("C03", Fail("ranges-stale").GoOn()), Result("C05", Fail("port-refused"))], examination);
        Assert.Contains(results, result => result.IsRoot && result.Id == root);
        Assert.Equal(root == "C03" ? "C03" : null, results[1].Because);
    }

    [Fact]
    public void What_could_not_be_measured_because_of_something_else_is_no_riddle()
    {
        var clock = Result("C13", CheckFinding.Unknown("clock-unknown", "not told", "look"));
        Assert.Equal((CheckState.Skipped, "C07"), Of(Explain(Result("C07", Fail("tls-name")), clock)[1]));
        Assert.Equal((CheckState.Unknown, null), Of(Explain(Reached, clock)[1]));

        static (CheckState, string?) Of(CheckResult result) => (result.State, result.Because);
    }

    private static CheckFinding Split() => CheckFinding.Unknown("name-split", "two places", "make them one");

    private static CheckFinding Fail(string cause) => CheckFinding.Fail(cause, cause, "mend it");

    private static CheckResult Result(string id, CheckFinding finding, string? because = null) => new(id, id, finding, because, [], TimeSpan.Zero);

    private static IReadOnlyList<CheckResult> Explain(params CheckResult[] results)
    {
        using var examination = Examination();
        return RootCauses.Explain(results, examination);
    }

    private static Examination Examination() => new(new DoctorOptions(new Uri("https://builder.example.com")));
}
