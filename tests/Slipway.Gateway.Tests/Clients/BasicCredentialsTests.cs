using System.Text;
using Slipway.Gateway.Clients;

namespace Slipway.Gateway.Tests.Clients;

public sealed class BasicCredentialsTests
{
    [Theory]
    [InlineData("anna:hunter2", "anna", "hunter2")]
    [InlineData("anna:", "anna", "")]
    [InlineData("anna:a:b", "anna", "a:b")]
    [InlineData("änna:pässwörd", "änna", "pässwörd")]
    public void User_and_password_are_read(string sent, string user, string password)
    {
        foreach (var scheme in new[] { "Basic ", "basic ", "BASIC  " })
        {
            var read = BasicCredentials.Parse(scheme + Convert.ToBase64String(Encoding.UTF8.GetBytes(sent)))!;
            Assert.Equal((user, password), (read.User, Encoding.UTF8.GetString(read.Password)));
            Assert.DoesNotContain("hunter2", read.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic ")]
    [InlineData("Bearer YW5uYTpodW50ZXIy")]
    [InlineData("Basic not base64")]
    [InlineData("Basic YW5uYQ==")]
    [InlineData("Basic OmFubmE=")]
    [InlineData("Basic /zph")]
    [InlineData("Basic YW4KbmE6eA==")]
    public void What_is_something_else_is_nobody(string? header) => Assert.Null(BasicCredentials.Parse(header));

    [Fact]
    public void What_is_long_is_nobody() => Assert.Null(BasicCredentials.Parse("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("anna:" + new string('x', 2000)))));
}
