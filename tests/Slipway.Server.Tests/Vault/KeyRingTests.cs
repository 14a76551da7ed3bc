using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

public sealed class KeyRingTests
{
    private const string Good = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    [Fact]
    public void The_first_line_is_the_current_key_and_the_others_are_found()
    {
        var ring = KeyLines.Ring("# keys of the service", "", KeyLines.Of("second", 2), KeyLines.Of("first", 1));
        Assert.Equal(("second", 2), (ring.Current.Id, ring.Current.Bytes[31]));
        Assert.Equal(1, ring.Find("first")!.Bytes[0]);
        Assert.Null(ring.Find("third"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but words")]
    [InlineData("only-an-id")]
    [InlineData("id secretsecret")]
    [InlineData("id " + Good + " more")]
    [InlineData("id AAAA" + Good)]
    [InlineData("id AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("i|d " + Good)]
    [InlineData("a " + Good + "\na " + Good)]
    public void Lines_of_another_form_are_refused_and_not_repeated(string text)
    {
        var problem = Assert.Throws<ProblemException>(() => KeyRing.Parse(text, "keys")).Problems[0];
        Assert.Equal("SLW-VLT-40001", problem.Code);
        Assert.DoesNotContain("secretsecret", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_new_line_is_a_key_of_its_own()
    {
        var (one, other) = (KeyRing.Parse(KeyRing.NewLine(), "keys"), KeyRing.Parse(KeyRing.NewLine(), "keys"));
        Assert.NotEqual(one.Current.Id, other.Current.Id);
        Assert.False(one.Current.Bytes.SequenceEqual(other.Current.Bytes));
    }

    [Fact]
    public void A_key_for_a_purpose_is_the_one_that_openssl_derives()
    {
        var ring = KeyLines.Ring(KeyLines.Of("new", 0xAB), KeyLines.Of("old", 0xCD));
        Assert.Equal(OpenSsl("signed links"), Convert.ToHexString(ring.DeriveKey("signed links")));
        Assert.NotEqual(OpenSsl("signed lines"), Convert.ToHexString(ring.DeriveKey("signed links")));
        Assert.Equal(2, ring.DeriveKeys("signed links").Count);
        Assert.Equal(ring.DeriveKey("signed links"), ring.DeriveKeys("signed links")[0]);
        Assert.NotEqual(ring.DeriveKey("signed links"), ring.DeriveKeys("signed links")[1]);

        static string OpenSsl(string purpose) => ExternalTool.Run(
            "openssl", "kdf", "-keylen", "32", "-kdfopt", "digest:SHA256", "-kdfopt", "hexkey:" + string.Concat(Enumerable.Repeat("AB", KeyEncryptionKey.Size)),
            "-kdfopt", "info:slipway " + purpose, "HKDF").All.Replace(":", "", StringComparison.Ordinal).Trim();
    }
}
