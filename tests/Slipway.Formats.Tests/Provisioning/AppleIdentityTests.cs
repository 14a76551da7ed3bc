namespace Slipway.Formats.Tests.Provisioning;

/// <summary>The identity that other tests build on is what openssl takes for one.</summary>
public sealed class AppleIdentityTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("dev")]
    [InlineData("dist")]
    [InlineData("other")]
    [InlineData("expired")]
    public void Openssl_opens_a_key_file_with_its_chain(string name)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Add("k.p12", AppleIdentity.Of2026.Read(name + ".p12"));
        var shown = ExternalTool.RunWell("openssl", "pkcs12", "-info", "-nokeys", "-in", file, "-passin", "pass:" + AppleIdentity.Password);
        Assert.Equal(3, shown.Split("BEGIN CERTIFICATE").Length - 1);
        Assert.Equal(3, AppleIdentity.Of2026.Key(name).Chain.Count);
        Assert.Single(AppleIdentity.Of2026.Key(name + "-leaf-only").Chain);
    }

    [Fact]
    public void Openssl_verifies_a_profile_until_a_byte_of_it_changes()
    {
        using var folder = new TemporaryFolder();
        var profile = AppleIdentity.Of2026.Profile("development");
        var root = folder.Add("root.pem", AppleIdentity.Of2026.Read("root.pem"));
        ExternalTool.RunWell("openssl", "cms", "-verify", "-attime", $"{Time.ToUnixTimeSeconds()}", "-inform", "DER", "-CAfile", root, "-in", folder.Add("p", profile));
        byte[] broken = [.. profile];
        broken[broken.AsSpan().IndexOf("Field Notes"u8)]++;
        Assert.NotEqual(0, ExternalTool.Run("openssl", "cms", "-verify", "-attime", $"{Time.ToUnixTimeSeconds()}", "-inform", "DER", "-CAfile", root, "-in", folder.Add("b", broken)).ExitCode);
    }
}
