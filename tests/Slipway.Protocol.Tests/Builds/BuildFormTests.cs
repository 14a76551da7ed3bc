using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Builds;

public sealed class BuildFormTests
{
    [Fact]
    public void A_line_of_a_log_names_its_build_and_number() => WireForm.Is(
        """{"build":"0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90","seq":7,"at":"1970-01-01T00:00:00+00:00","severity":"Notice","code":null,"stage":"package","message":"packing"}""",
        new BuildMessage(Guid.Parse("0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90"), 7, DateTimeOffset.UnixEpoch, "Notice", null, "package", "packing"));

    [Theory]
    [InlineData("\"Android\"", MobilePlatform.Android)]
    [InlineData("\"iOS\"", MobilePlatform.Ios)]
    public void Platforms_are_written_as_people_write_them(string json, MobilePlatform platform) => WireForm.Is(json, platform);

    [Fact]
    public void Every_problem_of_the_catalogue_survives_the_wire() => Assert.All(ProblemCatalogue.All, kind =>
    {
        var problem = kind.At("there", "That is wrong.", "Do this.");
        Assert.Equal(problem, ProblemDescription.Of(problem).ToProblem());
    });

    [Fact]
    public void A_problem_of_a_newer_version_keeps_its_words_and_its_blame()
    {
        var problem = new ProblemDescription("SLW-NEW-10001", "Warning", "there", "New.", "Wait.", "Network").ToProblem();
        Assert.Equal(("SLW-NEW-10001", Severity.Warning, "New.", "Wait.", Blame.Network), (problem.Code, problem.Severity, problem.Message, problem.Remedy, problem.Blame));
    }

    [Fact]
    public void Words_that_nobody_knows_count_as_the_worst() =>
        Assert.Equal((Severity.Error, Blame.Slipway), (new ProblemDescription("X", "Strange", "", "", "", "Nobody").ToProblem().Severity, new ProblemDescription("X", "", "", "", "", "Nobody").ToProblem().Blame));
}
