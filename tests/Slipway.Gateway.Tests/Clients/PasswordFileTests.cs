using Slipway.Gateway.Clients;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Clients;

public sealed class PasswordFileTests
{
    // Of hunter2.
    private const string Hash = "{SHA}87y7FVhUcyg8ZSTVNiNNAMeebDc=";

    private static readonly string Known = "{SHA}" + Convert.ToBase64String(System.Security.Cryptography.SHA1.HashData("hunter2"u8));

    [Fact]
    public void Users_have_their_own_passwords()
    {
        var file = PasswordFile.Parse($"# who may\n\nanna:{Known}\r\nbert:{Known}:a comment\n", "htpasswd");
        Assert.Equal(2, file.Count);
        Assert.True(file.Fits("anna", Bytes("hunter2")));
        Assert.True(file.Fits("bert", Bytes("hunter2")));
        Assert.False(file.Fits("anna", Bytes("hunter3")));
        Assert.False(file.Fits("Anna", Bytes("hunter2")));
        Assert.False(file.Fits("carl", Bytes("hunter2")));
    }

    [Theory]
    [InlineData("anna", "htpasswd:1")]
    [InlineData($"# x\n:{Hash}", "htpasswd:2")]
    [InlineData("anna:hunter2", "htpasswd:1")]
    [InlineData($"anna:{Hash}\nanna:{Hash}", "htpasswd:2")]
    [InlineData("# nobody", "htpasswd")]
    public void A_line_that_cannot_be_used_is_named_and_not_repeated(string content, string where)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => PasswordFile.Parse(content, "htpasswd")).Problems);
        Assert.Equal(("SLW-GTW-40006", where), (problem.Code, problem.Where));
        Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_may_read_or_write_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Add("htpasswd", $"anna:{Known}");
        foreach (var (mode, word) in new[] { (UnixFileMode.OtherRead, "read"), (UnixFileMode.OtherWrite, "write") })
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
            Assert.Contains(word, Assert.Throws<ProblemException>(() => PasswordFile.Read(path)).Problems[0].Message, StringComparison.Ordinal);
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(1, PasswordFile.Read(path).Count);
        Assert.Equal("SLW-GTW-40006", Assert.Throws<ProblemException>(() => PasswordFile.Read(folder["none"])).Problems[0].Code);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
