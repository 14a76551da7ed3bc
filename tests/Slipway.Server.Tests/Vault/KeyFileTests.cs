using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

public sealed class KeyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "vault.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_is_for_its_owner_only_and_is_read_back()
    {
        KeyFile.Create(File, "text\n");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal("text\n", KeyFile.Read(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_there_is_never_replaced()
    {
        KeyFile.Create(File, "first");
        Assert.Throws<IOException>(() => KeyFile.Create(File, "second"));
        Assert.Equal("first", KeyFile.Read(File));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_can_read_or_change_is_refused(UnixFileMode open)
    {
        KeyFile.Create(File, "text");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | open);
        Assert.Equal("SLW-VLT-20001", Assert.Throws<ProblemException>(() => KeyFile.Read(File)).Problems[0].Code);
    }

    [Fact]
    public void A_link_does_not_hide_the_permissions_of_the_file()
    {
        KeyFile.Create(File, "text");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        System.IO.File.CreateSymbolicLink(File + ".link", File);
        Assert.Equal("SLW-VLT-20001", Assert.Throws<ProblemException>(() => KeyFile.Read(File + ".link")).Problems[0].Code);
    }

    [Fact]
    public void A_file_that_is_missing_is_no_file_and_a_folder_is_a_problem()
    {
        Assert.Null(KeyFile.Read(File));
        Assert.Equal("SLW-VLT-40001", Assert.Throws<ProblemException>(() => KeyFile.Read(_folder.Path)).Problems[0].Code);
    }
}
