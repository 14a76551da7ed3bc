using Slipway.Protocol.Files;

namespace Slipway.Protocol.Tests.Files;

public sealed class OwnerOnlyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_folder_that_was_missing_is_its_owners_only()
    {
        OwnerOnly.MakeFolder(Path.Combine(_folder, "a/b"));
        Assert.All(["a", "a/b"], name => Assert.Equal(OwnerOnly.FolderMode, File.GetUnixFileMode(Path.Combine(_folder, name))));
    }

    [Fact]
    public void A_new_file_is_its_owners_only_and_one_that_is_there_is_left_alone()
    {
        var path = Path.Combine(_folder, "file");
        OwnerOnly.Ensure(path);
        Assert.Equal(OwnerOnly.FileMode, File.GetUnixFileMode(path));
        File.WriteAllText(path, "content");
        OwnerOnly.Ensure(path);
        Assert.Equal("content", File.ReadAllText(path));
        Assert.Throws<IOException>(() => OwnerOnly.Create(path));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.GroupWrite, true)]
    [InlineData(UnixFileMode.OtherRead, true)]
    [InlineData(UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.None, false)]
    [InlineData(UnixFileMode.UserExecute, false)]
    public void A_file_is_open_when_others_can_read_or_write_it(UnixFileMode more, bool open)
    {
        var path = Path.Combine(_folder, "file");
        OwnerOnly.Ensure(path);
        File.SetUnixFileMode(path, OwnerOnly.FileMode | more);
        Assert.Equal(open, OwnerOnly.IsOpen(path));
    }
}
