using Slipway.Build.Package;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Package;

public sealed class PackageBoundsTests
{
    [Theory]
    [InlineData(ZipLimit.Entries)]
    [InlineData(ZipLimit.Size)]
    public void More_than_a_package_can_hold_is_a_problem_of_the_app(ZipLimit limit)
    {
        var e = Assert.Throws<ProblemException>(() => PackageBounds.Guard<int>("app", () => throw new ZipLimitException(limit, "A package can have so much")));
        Assert.Equal((FileProblems.PackageTooLarge, "app"), (Assert.Single(e.Problems).Kind, e.Problems[0].Where));
    }
}
