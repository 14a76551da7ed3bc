using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests;

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

    [Fact]
    public void A_disk_that_is_full_is_a_problem_and_the_old_file_stays()
    {
        using var disk = new SmallDisk();
        var path = Path.Combine(disk.Path, "rules");
        WholeFile.Write(path, "old");
        Assert.Same(GeneralProblems.DiskFull, Assert.Single(Assert.Throws<ProblemException>(() => WholeFile.Write(path, new byte[SmallDisk.Bytes])).Problems).Kind);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(disk.Path));
    }

    /// <summary>A file system in memory. Needs root.</summary>
    private sealed class SmallDisk : IDisposable
    {
        public const int Bytes = 1 << 20;

        private readonly TemporaryFolder _folder = new();

        public SmallDisk() => ExternalTool.RunWell("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _folder.Path);

        public string Path => _folder.Path;

        public void Dispose()
        {
            ExternalTool.RunWell("umount", _folder.Path);
            _folder.Dispose();
        }
    }
}
