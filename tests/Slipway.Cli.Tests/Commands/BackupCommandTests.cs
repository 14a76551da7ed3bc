namespace Slipway.Cli.Tests.Commands;

public sealed class BackupCommandTests
{
    [Fact]
    public void What_is_no_data_folder_is_said_with_a_code()
    {
        using var folder = new TemporaryFolder();
        var run = SlipwayRun.Of("backup", "--data", folder.Path, "--out", Path.Combine(folder.Path, "out"));
        Assert.Contains("SLW-BKP-40001", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, SlipwayRun.Of("restore", "--from", folder.Path, "--data", Path.Combine(folder.Path, "out")).ExitCode);
    }

    [Fact]
    public void Both_folders_have_to_be_named() => Assert.Equal(2, SlipwayRun.Of("backup", "--data", "somewhere").ExitCode);
}
