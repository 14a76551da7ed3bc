using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Slipway.Formats.Provisioning;

namespace Slipway.Formats.Tests.Provisioning;

public sealed class ProfileReaderTests
{
    [Theory]
    [InlineData("development", ProfileKind.Development)]
    [InlineData("adhoc", ProfileKind.AdHoc)]
    [InlineData("inhouse", ProfileKind.InHouse)]
    [InlineData("appstore", ProfileKind.AppStore)]
    [InlineData("wildcard", ProfileKind.Development)]
    [InlineData("expired", ProfileKind.Development)]
    public void The_kind_of_a_profile_is_told_by_its_content(string name, ProfileKind kind)
    {
        var profile = ProfileReader.Read(AppleIdentity.Of2026.Profile(name));
        Assert.Equal(kind, profile.Kind);
        Assert.True(profile.IsIntact);
        Assert.Equal([AppleIdentity.Team], profile.TeamIdentifiers);
    }

    [Fact]
    public void Every_field_of_a_profile_is_read()
    {
        var profile = ProfileReader.Read(AppleIdentity.Of2026.Profile("development"));
        Assert.Equal("Field Notes Development", profile.Name);
        Assert.Equal("5119A4E0-0000-4000-8000-000000000001", profile.Uuid);
        Assert.Equal("Field Notes", profile.AppIdName);
        Assert.Equal([AppleIdentity.Team], profile.ApplicationIdentifierPrefixes);
        Assert.Equal("Slipway Tests", profile.TeamName);
        Assert.Equal(["iOS"], profile.Platforms);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), profile.CreationDate);
        Assert.Equal(new DateTimeOffset(2038, 12, 31, 0, 0, 0, TimeSpan.Zero), profile.ExpirationDate);
        Assert.Equal(AppleIdentity.Of2026.Certificate("dev"), Assert.Single(profile.DeveloperCertificates));
        Assert.Equal(2, profile.ProvisionedDevices!.Count);
        Assert.False(profile.ProvisionsAllDevices);
        Assert.False(profile.IsXcodeManaged);
        Assert.Equal($"{AppleIdentity.Team}.{AppleIdentity.BundleId}", profile.ApplicationIdentifier);
        Assert.Equal("development", profile.Entitlements.Text("aps-environment"));
        Assert.Equal([AppleIdentity.Team + ".*"], profile.Entitlements.Texts("keychain-access-groups"));
        Assert.Contains(AppleIdentity.Of2026.Certificate("profile-signer"), profile.EnvelopeCertificates);
    }

    [Theory]
    [InlineData("as-of-2012", "SHA1")]
    [InlineData("as-of-2026", "SHA1")]
    [InlineData("development", "SHA256")]
    public void A_profile_in_the_envelope_that_Apple_makes_is_intact(string name, string digest)
    {
        var envelope = new SignedCms();
        envelope.Decode(AppleIdentity.Of2026.Profile(name));
        Assert.Equal(digest, HashAlgorithmName.FromOid(envelope.SignerInfos[0].DigestAlgorithm.Value!).Name);
        var profile = ProfileReader.Read(AppleIdentity.Of2026.Profile(name));
        Assert.True(profile.IsIntact);
        Assert.Contains(AppleIdentity.Of2026.Certificate(name == "development" ? "root" : "old-root"), profile.EnvelopeCertificates);
        Assert.Equal(ProfileKind.Development, profile.Kind);
    }

    [Fact]
    public void The_profile_encoded_once_more_as_DER_changes_nothing()
    {
        var profile = ProfileReader.Read(AppleIdentity.Of2026.Profile("as-of-2026"));
        Assert.Equal(("Field Notes 2026", "xrOS"), (profile.Name, profile.Platforms[1]));
        var inner = new SignedCms();
        inner.Decode(((Slipway.Formats.Plist.PlistData)profile.Content["DER-Encoded-Profile"]!).Value.Span);
        Assert.Equal(0x31, inner.ContentInfo.Content[0]);
        // Somebody may give that part alone.
        Assert.ThrowsAny<MalformedInputException>(() => ProfileReader.Read(inner.Encode()));
    }

    [Fact]
    public void A_changed_letter_is_found_under_SHA_1_too()
    {
        byte[] profile = [.. AppleIdentity.Of2026.Profile("as-of-2012")];
        profile[profile.AsSpan().IndexOf("Field Notes 2012"u8)] = (byte)'f';
        Assert.False(ProfileReader.Read(profile).IsIntact);
    }

    [Fact]
    public void A_profile_of_Xcode_and_one_of_another_team_say_so()
    {
        Assert.True(ProfileReader.Read(AppleIdentity.Of2026.Profile("xcode-managed")).IsXcodeManaged);
        Assert.Equal([AppleIdentity.OtherTeam], ProfileReader.Read(AppleIdentity.Of2026.Profile("other-team")).TeamIdentifiers);
    }

    [Fact]
    public void A_changed_letter_is_found()
    {
        byte[] profile = [.. AppleIdentity.Of2026.Profile("development")];
        profile[profile.AsSpan().IndexOf("Field Notes Development"u8)] = (byte)'f';
        var read = ProfileReader.Read(profile);
        Assert.Equal("field Notes Development", read.Name);
        Assert.False(read.IsIntact);
    }

    [Fact]
    public void An_envelope_that_nobody_signed_is_not_intact()
    {
        var cms = new SignedCms();
        cms.Decode(AppleIdentity.Of2026.Profile("development"));
        while (cms.SignerInfos.Count > 0)
            cms.RemoveSignature(0);
        Assert.False(ProfileReader.Read(cms.Encode()).IsIntact);
    }

    [Fact]
    public void Other_files_are_no_profiles()
    {
        Assert.All<byte[]>(
            [[], [0x30], Encoding.ASCII.GetBytes("<plist/>"), AppleIdentity.Of2026.Read("dev.p12"), AppleIdentity.Of2026.Read("dev.pem"), new byte[ProfileReader.MaxBytes + 1]],
            bytes => Assert.ThrowsAny<MalformedInputException>(() => ProfileReader.Read(bytes)));
    }

    [Fact]
    public void A_profile_that_ends_early_is_refused()
    {
        var profile = AppleIdentity.Of2026.Profile("development");
        for (var length = 0; length < profile.Length; length += 7)
            Assert.ThrowsAny<MalformedInputException>(() => ProfileReader.Read(profile.AsMemory(0, length)));
    }
}
