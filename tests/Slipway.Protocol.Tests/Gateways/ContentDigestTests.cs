using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Gateways;

namespace Slipway.Protocol.Tests.Gateways;

public sealed class ContentDigestTests
{
    // RFC 9530, appendix B.1: the body of {"hello": "world"} with a line feed.
    private const string Example = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    [Fact]
    public void The_example_of_the_standard_is_made_and_read()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("{\"hello\": \"world\"}\n"));
        Assert.Equal(Example, ContentDigest.Of(hash));
        Assert.Equal(hash, ContentDigest.Sha256(Example));
        Assert.Equal(hash, ContentDigest.Sha256($"sha-512=:AAAA:, {Example}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha-512=:AAAA:")]
    [InlineData("sha-256=:AAAA:")]
    [InlineData("sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=")]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg:")]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:;a")]
    [InlineData(Example + ", " + Example)]
    public void What_has_no_sha256_that_can_be_read_once_has_none(string? value) => Assert.Null(ContentDigest.Sha256(value));
}
