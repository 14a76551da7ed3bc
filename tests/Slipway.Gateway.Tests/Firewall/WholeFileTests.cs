using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Firewall;

public sealed class WholeFileTests
{
    [Fact]
    public void A_file_is_replaced_and_nothing_is_left_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Add("rules", "old");
        WholeFile.Write(path, "new");
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["rules"]);
        foreach (var path in new[] { folder["rules"], folder["missing/rules"] })
            Assert.Same(GeneralProblems.OutputUnwritable, Assert.Single(Assert.Throws<ProblemException>(() => WholeFile.Write(path, "new")).Problems).Kind);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
