using Slipway.Protocol.Credentials;

namespace Slipway.Server.Tests.Credentials;

/// <summary>What is wrong with a credential is found when it is uploaded, long before a build.</summary>
public sealed class UploadRulesTests
{
    [Fact]
    public async Task A_keystore_of_keytool_is_taken_and_described()
    {
        await using var service = await TestService.StartAsync();
        var added = await service.AddAsync(CredentialCalls.Keystore("upload", KeytoolKeystore.Make("pass$word"), "pass$word"));
        Assert.Equal(("upload", CredentialKind.Keystore, KeytoolKeystore.Alias, "RSA 2048"), (added.Name, added.Kind, added.Alias, added.Key));
        Assert.Equal("CN=Upload, O=Slipway Tests, C=US", added.Subject);
        Assert.Equal(64, added.Fingerprint!.Length);
        Assert.Empty(added.Warnings);
        Assert.True(added.ExpiresAt > added.CreatedAt.AddDays(8000));
    }

    [Fact]
    public async Task A_jks_keystore_with_a_password_for_its_key_is_taken()
    {
        await using var service = await TestService.StartAsync();
        var keystore = CredentialCalls.Keystore("old", KeytoolKeystore.Make("store-pass", "JKS", "key-pass"), "store-pass");
        var (codes, text) = await service.RefuseAsync(keystore);
        Assert.Equal("SLW-SIG-40014", codes);
        Assert.DoesNotContain("store-pass", text, StringComparison.Ordinal);
        await service.AddAsync(keystore with { KeyPassword = "key-pass" });
    }

    [Fact]
    public async Task A_wrong_password_or_alias_is_refused_and_never_repeated()
    {
        await using var service = await TestService.StartAsync();
        var keystore = CredentialCalls.Keystore("upload", KeytoolKeystore.Make("right-one"), "wrong-secret-one");
        var (codes, text) = await service.RefuseAsync(keystore);
        Assert.Equal("SLW-SIG-40013", codes);
        Assert.DoesNotContain("wrong-secret-one", text, StringComparison.Ordinal);
        (codes, text) = await service.RefuseAsync(keystore with { Password = "right-one", Alias = "other" });
        Assert.Equal("SLW-SIG-40019", codes);
        Assert.Contains(KeytoolKeystore.Alias, text, StringComparison.Ordinal);
        Assert.DoesNotContain("right-one", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2048, "-400d", 30, "SLW-SIG-40123")]
    [InlineData(2048, "+2d", 30, "SLW-SIG-40124")]
    [InlineData(1024, "-1d", 9000, "SLW-SIG-40125")]
    [InlineData(1024, "-400d", 30, "SLW-SIG-40123,SLW-SIG-40125")]
    public async Task A_key_that_is_out_of_date_or_weak_is_taken_with_a_warning(int size, string from, int days, string codes)
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(codes, (await service.AddAsync(CredentialCalls.Keystore("upload", KeytoolKeystore.Make("password", size: size, from: from, days: days), "password"))).Codes());
    }

    [Fact]
    public async Task A_key_that_ends_within_30_days_is_taken_with_a_warning_that_lists_repeat()
    {
        await using var service = await TestService.StartAsync();
        var added = await service.AddAsync(CredentialCalls.Keystore("upload", KeytoolKeystore.Make("password", days: 20), "password"));
        Assert.Equal("SLW-SIG-40106", added.Codes());
        var listed = await service.Admin.GetFromJsonListAsync("/api/v1/credentials");
        Assert.Equal("SLW-SIG-40106", Assert.Single(listed).Codes());
    }

    [Theory]
    [InlineData("dev", AppleIdentity.Password, "")]
    [InlineData("dist", AppleIdentity.Password, "")]
    [InlineData("dev", "guess", "SLW-SIG-40003")]
    [InlineData("expired", AppleIdentity.Password, "SLW-SIG-40018")]
    [InlineData("dev-leaf-only", AppleIdentity.Password, "SLW-SIG-40109")]
    public async Task Certificates_are_checked(string file, string password, string codes)
    {
        await using var service = await TestService.StartAsync();
        var certificate = CredentialCalls.Certificate("certificate", file) with { Password = password };
        if (codes.Length > 0)
        {
            Assert.Equal(codes, (await service.RefuseAsync(certificate)).Codes);
            return;
        }

        var added = await service.AddAsync(certificate);
        Assert.Equal((AppleIdentity.Team, file == "dev" ? "Development" : "Distribution", ""), (added.Team, added.Purpose, added.Codes()));
    }

    [Fact]
    public async Task Issuers_may_come_beside_the_certificate()
    {
        await using var service = await TestService.StartAsync();
        var alone = CredentialCalls.Certificate("certificate", "dev-leaf-only");
        await service.AddAsync(alone with { Chain = [AppleIdentity.Today.Read("wwdr.pem"), AppleIdentity.Today.Read("root.pem")] });
        Assert.Equal("SLW-SIG-40109,SLW-SIG-40113", (await service.RefuseAsync(alone with { Name = "other", Chain = ["nonsense"u8.ToArray()] })).Codes);
    }

    [Theory]
    [InlineData("development", "Development", AppleIdentity.BundleId, 2)]
    [InlineData("adhoc", "AdHoc", AppleIdentity.BundleId, 2)]
    [InlineData("inhouse", "InHouse", AppleIdentity.BundleId, null)]
    [InlineData("wildcard", "Development", "*", 2)]
    public async Task Profiles_are_described(string file, string purpose, string id, int? devices)
    {
        await using var service = await TestService.StartAsync();
        var added = await service.AddAsync(CredentialCalls.Profile("profile", file));
        Assert.Equal((purpose, id, devices, AppleIdentity.Team), (added.Purpose, added.AppIdentifier, added.Devices, added.Team));
        Assert.Empty(added.Warnings);
    }

    [Theory]
    [InlineData("expired", "SLW-SIG-40015")]
    [InlineData("xcode-managed", "SLW-SIG-40017")]
    public async Task Profiles_that_cannot_serve_are_refused(string file, string codes)
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(codes, (await service.RefuseAsync(CredentialCalls.Profile("profile", file))).Codes);
    }

    [Fact]
    public async Task A_profile_that_was_edited_is_refused()
    {
        await using var service = await TestService.StartAsync();
        var profile = CredentialCalls.Profile("profile", "development");
        profile.Content[profile.Content.AsSpan().IndexOf("Field Notes Development"u8)] = (byte)'G';
        Assert.Equal("SLW-SIG-40007", (await service.RefuseAsync(profile)).Codes);
    }

    [Fact]
    public async Task A_profile_for_the_store_is_kept_with_the_warning_that_nothing_is_built_for_it()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal("SLW-SIG-40110", (await service.AddAsync(CredentialCalls.Profile("profile", "appstore"))).Codes());
    }

    [Fact]
    public async Task A_profile_is_held_against_the_certificates_that_are_there_and_a_certificate_against_the_profiles()
    {
        await using var service = await TestService.StartAsync();
        await service.AddAsync(CredentialCalls.Certificate("dist", "dist"));
        Assert.Equal("SLW-SIG-40002,SLW-SIG-40010", (await service.AddAsync(CredentialCalls.Profile("development", "development"))).Codes());
        Assert.Equal("SLW-SIG-40010,SLW-SIG-40108", (await service.AddAsync(CredentialCalls.Certificate("other", "other"))).Codes());
        Assert.Equal("", (await service.AddAsync(CredentialCalls.Certificate("dev", "dev"))).Codes());
        Assert.Equal("", (await service.AddAsync(CredentialCalls.Profile("adhoc", "adhoc"))).Codes());
    }

    [Fact]
    public async Task What_is_of_another_kind_or_size_is_refused()
    {
        await using var service = await TestService.StartAsync();
        var profile = CredentialCalls.Profile("it", "development");
        Assert.Equal("SLW-SIG-40004", (await service.RefuseAsync(profile with { Kind = CredentialKind.Certificate })).Codes);
        Assert.Equal("SLW-SIG-40006", (await service.RefuseAsync(CredentialCalls.Certificate("it", "dev") with { Kind = CredentialKind.Profile })).Codes);
        Assert.Equal("SLW-SIG-40012", (await service.RefuseAsync(profile with { Kind = CredentialKind.Keystore, Content = "text"u8.ToArray() })).Codes);
        Assert.Equal("SLW-SRV-40002", (await service.RefuseAsync(profile with { Kind = CredentialKind.DebugKeystore })).Codes);
        Assert.Equal("SLW-SRV-40002", (await service.RefuseAsync(profile with { Content = [] })).Codes);
        Assert.Equal("SLW-SRV-40002", (await service.RefuseAsync(profile with { Content = new byte[(1 << 20) + 1] })).Codes);
        Assert.Equal("SLW-SRV-40002", (await service.RefuseAsync(profile with { Name = "configuration" })).Codes);
        Assert.Equal("SLW-SRV-40002", (await service.RefuseAsync(profile with { Password = new string('x', 1025) })).Codes);
    }
}
