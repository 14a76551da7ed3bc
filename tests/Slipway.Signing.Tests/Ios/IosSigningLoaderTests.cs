using Slipway.Formats.Keys;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;
using Slipway.Signing.Ios.Rules;

namespace Slipway.Signing.Tests.Ios;

public sealed class IosSigningLoaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("dev", "development", MobileBuildType.Development)]
    [InlineData("dist", "adhoc", MobileBuildType.Adhoc)]
    [InlineData("dist", "inhouse", MobileBuildType.InHouse)]
    public void The_profile_decides_what_a_build_is_for(string key, string profile, MobileBuildType type)
    {
        foreach (var wanted in new MobileBuildType?[] { null, type, type == MobileBuildType.Development ? MobileBuildType.Debug : MobileBuildType.Release })
        {
            var purpose = IosSigningLoader.Load(AppleIdentity.Of2026.Request(key, profile), AppleIdentity.BundleId, wanted, Now);
            Assert.Equal((type, AppleIdentity.Team), (purpose.Type, purpose.Signing!.TeamId));
            Assert.Equal(3, purpose.Signing.Key.Chain.Count);
            Assert.Equal(Now, purpose.Signing.SigningTime);
            Assert.Empty(purpose.Notices);
        }
    }

    [Fact]
    public void Profiles_as_Apple_made_and_makes_them_sign()
    {
        foreach (var profile in new[] { "as-of-2012", "as-of-2026" })
        {
            var purpose = IosSigningLoader.Load(AppleIdentity.Of2026.Request("dev", profile), AppleIdentity.BundleId, MobileBuildType.Development, Now);
            Assert.Empty(purpose.Notices);
            Assert.Equal(3, purpose.Signing!.Key.Chain.Count);
        }

        // A device refuses what the profile does not allow.
        Assert.Equal(["application-identifier", "get-task-allow", "keychain-access-groups"], Load("dev", "as-of-2012").Entitlements.Keys);
    }

    [Fact]
    public void Entitlements_are_those_of_the_profile_without_wildcards()
    {
        var granted = Load("dev", "development").Entitlements;
        Assert.Equal(
            ["application-identifier", "aps-environment", "com.apple.developer.team-identifier", "get-task-allow", "keychain-access-groups"], granted.Keys);
        Assert.Equal("ABCDE12345.dev.slipway.fieldnotes", granted.Text("application-identifier"));
        Assert.Equal(["ABCDE12345.dev.slipway.fieldnotes"], granted.Texts("keychain-access-groups"));
        Assert.True(granted.Boolean("get-task-allow"));
        Assert.False(Load("dist", "adhoc").Entitlements.Boolean("get-task-allow"));
    }

    [Theory]
    [InlineData("development", "dev.slipway.other", "SLW-SIG-40009")]
    [InlineData("development", "dev.slipway.fieldnotes.more", "SLW-SIG-40009")]
    [InlineData("development", "dev.slipway.FieldNotes", "SLW-SIG-40009")]
    [InlineData("wildcard", "dev.slipway.other", null)]
    [InlineData("wildcard", "x", null)]
    public void The_id_fits_the_profile(string profile, string id, string? code) => Assert.Equal(code is null ? [] : [code], Codes(AppleIdentity.Of2026.Request("dev", profile), id: id));

    [Theory]
    [InlineData("com.example.*", "com.example.app", true)]
    [InlineData("com.example.*", "com.example.", false)]
    [InlineData("com.example.*", "com.exampleapp", false)]
    [InlineData("com.example.app", "com.example.app", true)]
    public void A_star_stands_for_at_least_one_character_at_the_end(string pattern, string id, bool allows) =>
        Assert.Equal(allows, AppIdPattern.Parse("ABCDE12345." + pattern)!.Allows(id));

    [Theory]
    [InlineData("dev", "development", MobileBuildType.Adhoc, "SLW-SIG-40002")]
    [InlineData("dist", "adhoc", MobileBuildType.InHouse, "SLW-SIG-40002")]
    [InlineData("dev", "development", MobileBuildType.Release, "SLW-SIG-40002")]
    [InlineData("dist", "adhoc", MobileBuildType.Development, "SLW-SIG-40011,SLW-SIG-40011")]
    [InlineData("dist", "wildcard", MobileBuildType.Debug, "SLW-SIG-40011")]
    [InlineData("dist", "wildcard", null, "SLW-SIG-40002")]
    [InlineData("dist", "appstore", null, "SLW-SIG-40110")]
    [InlineData("dist", "appstore", MobileBuildType.Release, "SLW-SIG-40110")]
    [InlineData("dist", "appstore", MobileBuildType.AppStore, "SLW-SIG-40110")]
    [InlineData("dist", "appstore", MobileBuildType.Adhoc, "SLW-SIG-40002")]
    [InlineData("dev", "expired", null, "SLW-SIG-40015")]
    [InlineData("expired", "expired", null, "SLW-SIG-40015,SLW-SIG-40018")]
    [InlineData("expired", "development", null, "SLW-SIG-40010,SLW-SIG-40018")]
    [InlineData("dev", "xcode-managed", null, "SLW-SIG-40017")]
    [InlineData("dev", "other-team", null, "SLW-SIG-40010,SLW-SIG-40108")]
    [InlineData("dev", "other-certificate", null, "SLW-SIG-40010")]
    [InlineData("other", "other-certificate", null, "SLW-SIG-40108")]
    [InlineData("dev-leaf-only", "development", null, "SLW-SIG-40109")]
    public void Every_mismatch_has_its_code(string key, string profile, MobileBuildType? wanted, string codes) =>
        Assert.Equal(codes.Split(','), Codes(AppleIdentity.Of2026.Request(key, profile), wanted));

    [Fact]
    public void Expected_and_found_are_both_told()
    {
        var problem = Assert.Single(Problems(AppleIdentity.Of2026.Request("dev", "other-certificate"), null, AppleIdentity.BundleId));
        Assert.Matches(@"lists 'Apple Development: Bob Other \(TESTER0002\)' \([0-9A-F]{8}\); the \.p12 holds 'Apple Development: Ada Tester \(TESTER0001\)' \([0-9A-F]{8}\)", problem.Message);
    }

    [Fact]
    public void A_chain_that_is_not_in_the_key_file_is_taken_from_files_beside()
    {
        var request = AppleIdentity.Of2026.Request("dev-leaf-only", "development");
        var problem = Assert.Single(Problems(request, null, AppleIdentity.BundleId));
        Assert.Contains("http://certificates.slipway.example/wwdr.cer", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(["SLW-SIG-40109"], Codes(request with { Chain = [CredentialFile.At(AppleIdentity.Of2026.PathOf("wwdr.pem"))] }));
        Assert.Empty(Codes(request with { Chain = [CredentialFile.At(AppleIdentity.Of2026.PathOf("root.pem")), CredentialFile.At(AppleIdentity.Of2026.PathOf("wwdr.pem"))] }));
    }

    [Fact]
    public void Files_that_cannot_be_read_are_all_told_at_once()
    {
        _files.Add("empty", []);
        _files.Add("text", "not a key, a profile or a certificate");
        var password = new PasswordSource(AppleIdentity.Of2026.PathOf("password.txt"), "SLIPWAY_CERTIFICATE_PASSWORD");
        Assert.Equal(["SLW-SIG-40004", "SLW-SIG-40006"], Codes(new AppleSigningRequest(File("text"), password, File("text"))));
        Assert.Equal(["SLW-SIG-40004", "SLW-SIG-40006"], Codes(new AppleSigningRequest(CredentialFile.At(AppleIdentity.Of2026.PathOf("dev.pem")), password, File("empty"))));
        Assert.Equal(["SLW-FIL-40003", "SLW-FIL-40003"], Codes(new AppleSigningRequest(File("missing"), password, File(""))));
        var beside = AppleIdentity.Of2026.Request("dev", "development") with { Chain = [File("text")], Entitlements = File("text") };
        Assert.Equal(["SLW-SIG-40112", "SLW-SIG-40113"], Codes(beside));
    }

    [Theory]
    [InlineData("dev", "development", null)]
    [InlineData("dist", "appstore", "SLW-SIG-40110")]
    [InlineData("dev-leaf-only", "development", "SLW-SIG-40109")]
    public void What_is_in_memory_is_judged_as_what_is_on_the_disk_is(string key, string profile, string? code)
    {
        var request = InMemory(AppleIdentity.Of2026.Request(key, profile));
        Assert.Equal(code is null ? [] : [code], Codes(request));
        Assert.All(Problems(request, null, AppleIdentity.BundleId), p => Assert.StartsWith("received ", p.Where, StringComparison.Ordinal));
        Assert.Contains("SLW-SIG-40003", Codes(request with { Password = PasswordSource.Of("guess") }));
        var large = CredentialFile.InMemory("received large", new byte[(16 << 20) + 1]);
        _files.Add("large", new byte[(16 << 20) + 1]);
        Assert.Equal(["SLW-FIL-40003", "SLW-FIL-40003"], Codes(request with { Certificate = large, Profile = File("large") }));
    }

    [Fact]
    public void A_wrong_password_and_a_missing_one_have_their_codes()
    {
        _files.Add("wrong", "guess");
        _files.Add("empty", "\n");
        var request = AppleIdentity.Of2026.Request("dev", "development");
        Assert.Equal(["SLW-SIG-40003"], Codes(request with { Password = new PasswordSource(_files["wrong"], "X") }));
        Assert.Equal(["SLW-SIG-40105"], Codes(request with { Password = new PasswordSource(_files["empty"], "X") }));
    }

    [Fact]
    public void A_profile_that_was_edited_is_not_intact()
    {
        var bytes = System.IO.File.ReadAllBytes(AppleIdentity.Of2026.PathOf("development.mobileprovision"));
        bytes[bytes.AsSpan().IndexOf("Field Notes Development"u8)] = (byte)'G';
        _files.Add("edited", bytes);
        Assert.Equal(["SLW-SIG-40007"], Codes(AppleIdentity.Of2026.Request("dev", "development") with { Profile = File("edited") }));
    }

    [Theory]
    [InlineData("aps-environment", "<string>production</string>", "SLW-SIG-40001")]
    [InlineData("aps-environment", "<string>development</string>", null)]
    [InlineData("com.apple.developer.healthkit", "<true/>", "SLW-SIG-40016")]
    [InlineData("com.apple.developer.healthkit", "<false/>", null)]
    [InlineData("get-task-allow", "<false/>", "SLW-SIG-40016")]
    [InlineData("keychain-access-groups", "<array><string>ABCDE12345.shared</string></array>", null)]
    [InlineData("keychain-access-groups", "<array><string>FGHIJ67890.shared</string></array>", "SLW-SIG-40016")]
    public void An_entitlement_that_is_asked_for_is_granted_when_the_profile_allows_it(string key, string value, string? code)
    {
        _files.Add("app.entitlements", $"""<plist version="1.0"><dict><key>{key}</key>{value}</dict></plist>""");
        var request = AppleIdentity.Of2026.Request("dev", "development") with { Entitlements = File("app.entitlements") };
        Assert.Equal(code is null ? [] : [code], Codes(request));
        if (code is null)
            Assert.NotNull(IosSigningLoader.Load(request, AppleIdentity.BundleId, null, Now).Signing!.Entitlements[key] as PlistValue);
    }

    [Theory]
    [InlineData("dist", "dev", "development", MobileBuildType.Development)]
    [InlineData("dev", "dist", "adhoc", MobileBuildType.Adhoc)]
    [InlineData("expired", "dev", "expired", null)]
    public void Of_several_keys_of_one_name_the_one_that_the_profile_lists_and_that_is_valid_longest_is_taken(string first, string second, string profile, MobileBuildType? type)
    {
        _files.Add("two.p12", TwoKeys.Of(AppleIdentity.Of2026.PathOf(first + ".p12"), AppleIdentity.Of2026.PathOf(second + ".p12"), "slipway"));
        var request = AppleIdentity.Of2026.Request(second, profile) with { Certificate = File("two.p12") };
        if (type is null)
            Assert.Equal(["SLW-SIG-40015"], Codes(request));
        else
            Assert.Equal(type, IosSigningLoader.Load(request, AppleIdentity.BundleId, null, Now).Type);
    }

    [Theory]
    [InlineData(KeyAlgorithm.Rsa2048, 1)]
    [InlineData(KeyAlgorithm.EcP256, 2)]
    public void A_certificate_that_is_not_Apples_or_not_RSA_is_invalid(KeyAlgorithm algorithm, int reasons)
    {
        _files.Add("own.p12", KeystoreFactory.Create("own", "CN=Own", "slipway", Now.AddDays(-1), Now.AddYears(1), algorithm));
        var codes = Codes(AppleIdentity.Of2026.Request("dev", "development") with { Certificate = File("own.p12") });
        Assert.Equal([.. Enumerable.Repeat("SLW-SIG-40005", reasons), "SLW-SIG-40010"], codes);
    }

    [Fact]
    public void A_certificate_of_the_future_is_not_valid_yet() =>
        Assert.Equal(["SLW-SIG-40102"], Assert.Throws<ProblemException>(() => IosSigningLoader.Load(
            AppleIdentity.Of2026.Request("dev", "development"), AppleIdentity.BundleId, null, new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero))).Problems.Select(p => p.Code));

    [Theory]
    [InlineData("OSX", "SLW-SIG-40007")]
    [InlineData("tvOS", "SLW-SIG-40007")]
    [InlineData("iOS", null)]
    [InlineData(null, null)]
    public void A_profile_for_another_platform_is_invalid(string? platform, string? code)
    {
        var request = AppleIdentity.Of2026.Request("dev", "development");
        var profile = ProfileReader.Read(System.IO.File.ReadAllBytes(request.Profile.Name)) with { Platforms = platform is null ? [] : [platform] };
        var facts = new AppleFacts
        {
            Request = request,
            BundleId = AppleIdentity.BundleId,
            Wanted = null,
            Now = Now,
            Candidates = [],
            Chain = null,
            Certificate = null,
            Profile = profile,
            Asked = [],
        };
        Assert.Equal(code is null ? [] : [code], AppleRuleBook.Check(facts).Select(p => p.Code));
    }

    [Fact]
    public void The_end_of_certificate_and_profile_is_warned_of_30_days_before()
    {
        var soon = new DateTimeOffset(2038, 12, 20, 0, 0, 0, TimeSpan.Zero);
        var purpose = IosSigningLoader.Load(AppleIdentity.Of2026.Request("dev", "development"), AppleIdentity.BundleId, null, soon);
        Assert.Equal(["SLW-SIG-40106", "SLW-SIG-40111"], purpose.Notices.Select(n => n.Code).Order(StringComparer.Ordinal));
        Assert.All(purpose.Notices, n => Assert.Equal(Severity.Warning, n.Severity));
    }

    [Fact]
    public void Without_credentials_there_is_only_the_simulator()
    {
        var purpose = IosSigningLoader.Load(null, "a.b", null, Now);
        Assert.Equal((MobileBuildType.Simulator, null), (purpose.Type, purpose.Signing));
        Assert.Equal("SLW-SIG-40114", Assert.Single(purpose.Notices).Code);
        Assert.Empty(IosSigningLoader.Load(null, "a.b", MobileBuildType.Simulator, Now).Notices);
        Assert.Equal("SLW-SIG-40107", Assert.Single(Assert.Throws<ProblemException>(() => IosSigningLoader.Load(null, "a.b", MobileBuildType.Adhoc, Now)).Problems).Code);
        Assert.Equal("SLW-SIG-40110", Assert.Single(Assert.Throws<ProblemException>(() => IosSigningLoader.Load(null, "a.b", MobileBuildType.AppStore, Now)).Problems).Code);
    }

    private static AppleSigningRequest InMemory(AppleSigningRequest request)
    {
        CredentialFile Received(CredentialFile file) => CredentialFile.InMemory("received " + Path.GetFileName(file.Name), System.IO.File.ReadAllBytes(file.Name));
        return new AppleSigningRequest(Received(request.Certificate), PasswordSource.Of("slipway"), Received(request.Profile));
    }

    private CredentialFile File(string name) => CredentialFile.At(_files[name]);

    private static IosSigning Load(string key, string profile) => IosSigningLoader.Load(AppleIdentity.Of2026.Request(key, profile), AppleIdentity.BundleId, null, Now).Signing!;

    private static string[] Codes(AppleSigningRequest request, MobileBuildType? wanted = null, string id = AppleIdentity.BundleId) =>
        [.. Problems(request, wanted, id).Select(p => p.Code).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Problem> Problems(AppleSigningRequest request, MobileBuildType? wanted, string id)
    {
        try
        {
            return IosSigningLoader.Load(request, id, wanted, Now).Notices;
        }
        catch (ProblemException e)
        {
            return e.Problems;
        }
    }
}
