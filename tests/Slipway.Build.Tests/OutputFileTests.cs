using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-test-").FullName;

    private string Result => Path.Combine(_folder, "dist/app.apk");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_result_appears_with_its_folder_and_its_mode()
    {
        OutputFile.Write(Result, "content"u8.ToArray(), UnixFileMode.UserRead);
        Assert.Equal("content", File.ReadAllText(Result));
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(Result));
        Assert.Equal([Result], Directory.GetFiles(Path.GetDirectoryName(Result)!));
    }

    [Fact]
    public void A_result_has_its_name_only_when_it_is_whole()
    {
        var size = OutputFile.Write(Result, temporary =>
        {
            File.WriteAllText(temporary, "content");
            Assert.False(File.Exists(Result));
            return 7;
        });
        Assert.Equal((7, "content"), (size, File.ReadAllText(Result)));
    }

    [Fact]
    public void A_failure_leaves_neither_the_file_nor_the_folder_that_was_made_for_it()
    {
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write<int>(Result, temporary =>
        {
            File.WriteAllText(temporary, "half");
            throw new InvalidOperationException();
        }));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_a_problem()
    {
        Directory.CreateDirectory(Result);
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        foreach (var path in new[] { Result, Path.Combine(_folder, "file/app.apk"), "/proc/app.apk" })
            Assert.Same(GeneralProblems.OutputUnwritable, Assert.Single(Assert.Throws<ProblemException>(() => OutputFile.Write(path, "content"u8.ToArray())).Problems).Kind);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Result)!));
    }

    [Fact]
    public void A_full_disk_is_left_for_those_who_know_whose_it_is()
    {
        var failure = Assert.Throws<IOException>(() => OutputFile.Write<int>(Result, _ => throw new IOException("", 28)));
        Assert.Equal(28, failure.HResult);
    }
}
