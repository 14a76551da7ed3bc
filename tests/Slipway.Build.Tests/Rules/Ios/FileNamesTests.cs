using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build.Tests.Rules.Ios;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("js/app.js", "js/App.js")]
    [InlineData("JS", "js/app.js")]
    [InlineData("\u00e9.js", "e\u0301.js")]
    [InlineData("\u00c9.js", "e\u0301.js")]
    public void Two_names_that_are_one_file_there_are_refused_at_their_place(string one, string other)
    {
        var problem = Assert.Single(Problems(one, other), p => p.Severity == Severity.Error);
        Assert.Equal(FileProblems.OneFileOnIos, problem.Kind);
        Assert.Contains(problem.Where, new[] { one, other });
    }

    [Theory]
    [InlineData("a:b.js")]
    [InlineData("LICENSE.")]
    [InlineData("folder /a")]
    public void A_name_that_only_other_systems_change_is_packed_with_a_warning(string name)
    {
        var problem = Assert.Single(Problems(name), p => p.Kind == FileProblems.NotPortable);
        Assert.Equal((Severity.Warning, name), (problem.Severity, problem.Where));
    }

    [Fact]
    public void A_name_that_the_seal_cannot_express_is_refused() =>
        Assert.Equal(FileProblems.NameUnusable, Assert.Single(Problems("a\uffff.js"), p => p.Severity == Severity.Error).Kind);

    [Theory]
    [InlineData("日本語.js", "한국어.js")]
    [InlineData("a.js", "b/a.js")]
    public void Other_names_pass(string one, string other) => Assert.DoesNotContain(Problems(one, other), p => p.Where == one || p.Where == other);

    private static IReadOnlyList<Problem> Problems(params string[] names)
    {
        using var app = new TemporaryApp([("index.html", ""), .. names.Select(name => (name, ""))]);
        using var source = AppReader.Read(app.Folder, MobilePlatform.Ios);
        try
        {
            return IosPlanner.Plan(source, new BuildRequest(app.Folder, "dist", null), _ => new IosSigningPlan(MobileBuildType.Simulator, null, [])).Notices;
        }
        catch (ProblemException e)
        {
            return e.Problems;
        }
    }
}
