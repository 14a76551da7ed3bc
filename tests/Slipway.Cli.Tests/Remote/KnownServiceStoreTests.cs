using Slipway.Cli.Remote;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Tests.Remote;

public sealed class KnownServiceStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private KnownServiceStore Book => new(_folder["slipway/servers.json"]);

    [Fact]
    public void The_last_one_is_meant_when_none_is_named()
    {
        Book.Add(new KnownService("https://a/", "t1", null));
        Book.Add(new KnownService("https://b/", "t2", null));
        Assert.Equal("https://b/", Book.Read().Current);
        Assert.Equal(["t1", "t2"], Book.Read().Services.Select(s => s.Token));
        Book.Add(new KnownService("https://a/", "t3", null));
        Assert.Equal("https://a/", Book.Read().Current);
        Assert.Equal(["t2", "t3"], Book.Read().Services.Select(s => s.Token));
    }

    [Fact]
    public void What_is_forgotten_is_gone()
    {
        Book.Add(new KnownService("https://a/", "secret", null));
        Assert.True(Book.Remove("https://a/"));
        Assert.False(Book.Remove("https://a/"));
        Assert.Null(Book.Read().Current);
        Assert.DoesNotContain("secret", File.ReadAllText(_folder["slipway/servers.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_owner_can_read_it_whatever_was_there_before()
    {
        File.SetUnixFileMode(_folder.Add("slipway/servers.json", """{"servers":[]}"""), (UnixFileMode)0b110_110_110);
        Book.Add(new KnownService("https://a/", "t", null));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["slipway/servers.json"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"servers\":[{\"url\":1}]}")]
    public void A_damaged_file_is_told(string content)
    {
        _folder.Add("slipway/servers.json", content);
        Assert.Equal(NetworkProblems.TokensUnreadable, Assert.Throws<ProblemException>(() => Book.Read()).Problems[0].Kind);
    }
}
