using Slipway.Build.Inspect;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Inspect;

public sealed class ApkInspectorTests : IDisposable
{
    private readonly TemporaryApp _folder = new(("junk.apk", "This is no package, and long enough to hold an end record."));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_no_package_is_reported_and_not_thrown()
    {
        var report = ApkInspector.Inspect(_folder["junk.apk"]);
        Assert.False(report.IsValid);
        Assert.Null(report.Identity);
        Assert.Contains(report.Findings, f => f is { IsError: true, Area: "zip" });
    }

    [Fact]
    public void What_is_no_package_has_no_identity()
    {
        var e = Assert.Throws<ProblemException>(() => ApkInspector.Identify(_folder["junk.apk"]));
        Assert.Equal(GeneralProblems.PackageInvalid, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void A_missing_file_is_a_problem()
    {
        var e = Assert.Throws<ProblemException>(() => ApkInspector.Inspect(_folder["none.apk"]));
        Assert.Equal(AppProblems.NotFound, Assert.Single(e.Problems).Kind);
    }
}
