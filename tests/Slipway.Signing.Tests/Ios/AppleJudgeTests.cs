using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Signing.Tests.Ios;

public sealed class AppleJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("dev", "slipway", "")]
    [InlineData("dist", "slipway", "")]
    [InlineData("dev", "guess", "SLW-SIG-40003")]
    [InlineData("expired", "slipway", "SLW-SIG-40018")]
    [InlineData("dev-leaf-only", "slipway", "SLW-SIG-40109")]
    public void A_key_alone_is_judged_by_the_rules_that_need_no_profile(string key, string password, string codes)
    {
        var verdict = AppleJudge.JudgeKey(File(key + ".p12"), PasswordSource.Of(password), [], Now);
        Assert.Equal(codes, Codes(verdict));
        Assert.Equal(password == "slipway" ? AppleIdentity.Team : null, verdict.Certificate?.Team);
    }

    [Fact]
    public void The_issuers_of_a_key_may_be_given_beside_it() => Assert.Equal("", Codes(AppleJudge.JudgeKey(
        File("dev-leaf-only.p12"), PasswordSource.Of("slipway"), [File("wwdr.pem"), File("root.pem")], Now)));

    [Fact]
    public void Of_several_keys_the_one_that_is_valid_longest_counts()
    {
        var both = TwoKeys.Of(AppleIdentity.Of2026.PathOf("expired.p12"), AppleIdentity.Of2026.PathOf("dev.p12"), "slipway");
        var verdict = AppleJudge.JudgeKey(CredentialFile.InMemory("both", both), PasswordSource.Of("slipway"), [], Now);
        Assert.Equal(("", 2), (Codes(verdict), verdict.Certificates.Count));
    }

    [Theory]
    [InlineData("development", "")]
    [InlineData("wildcard", "")]
    [InlineData("expired", "SLW-SIG-40015")]
    [InlineData("xcode-managed", "SLW-SIG-40017")]
    [InlineData("appstore", "SLW-SIG-40110")]
    public void A_profile_alone_is_judged_by_the_rules_that_need_no_key(string profile, string codes) =>
        Assert.Equal(codes, Codes(AppleJudge.JudgeProfile(File(profile + ".mobileprovision"), Now)));

    [Fact]
    public void What_is_no_profile_and_no_key_is_told()
    {
        Assert.Equal("SLW-SIG-40006", Codes(AppleJudge.JudgeProfile(File("dev.p12"), Now)));
        Assert.Equal("SLW-SIG-40004", Codes(AppleJudge.JudgeKey(File("dev.pem"), PasswordSource.Of("slipway"), [], Now)));
    }

    [Fact]
    public void Files_that_were_kept_as_text_are_told_with_the_command_that_decodes_them()
    {
        foreach (var (name, kind) in new[] { ("development.mobileprovision", AppleSigningProblems.ProfileFormat), ("dev.p12", AppleSigningProblems.CertificateFormat) })
        {
            var text = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(System.IO.File.ReadAllBytes(AppleIdentity.Of2026.PathOf(name))));
            var file = CredentialFile.InMemory(name, text);
            var verdict = name.EndsWith("p12", StringComparison.Ordinal) ? AppleJudge.JudgeKey(file, PasswordSource.Of("slipway"), [], Now) : AppleJudge.JudgeProfile(file, Now);
            var problem = Assert.Single(verdict.Problems);
            Assert.Equal((kind, $"Decode it: base64 -d {name} > decoded{Path.GetExtension(name)}."), (problem.Kind, problem.Remedy));
        }
    }

    [Fact]
    public void A_key_that_was_exported_without_its_certificate_is_told()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var contents = new System.Security.Cryptography.Pkcs.Pkcs12SafeContents();
        contents.AddKeyUnencrypted(rsa);
        var builder = new System.Security.Cryptography.Pkcs.Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(contents);
        builder.SealWithMac("slipway", System.Security.Cryptography.HashAlgorithmName.SHA256, 2048);
        Assert.Equal(SigningProblems.NoCertificate.Code, Codes(AppleJudge.JudgeKey(CredentialFile.InMemory("key.p12", builder.Encode()), PasswordSource.Of("slipway"), [], Now)));
    }

    [Theory]
    [InlineData("dev", "development", AppleIdentity.BundleId, MobileBuildType.Development, "")]
    [InlineData("dev", "development", null, null, "")]
    [InlineData("dev", "development", "dev.slipway.other", null, "SLW-SIG-40009")]
    [InlineData("dev", "wildcard", "dev.slipway.other", null, "")]
    [InlineData("dist", "adhoc", null, MobileBuildType.InHouse, "SLW-SIG-40002")]
    [InlineData("dist", "adhoc", null, MobileBuildType.Development, "SLW-SIG-40011,SLW-SIG-40011")]
    [InlineData("dev", "adhoc", null, null, "SLW-SIG-40002,SLW-SIG-40010")]
    [InlineData("dev", "other-team", null, null, "SLW-SIG-40010,SLW-SIG-40108")]
    [InlineData("dev", "appstore", null, MobileBuildType.AppStore, "SLW-SIG-40002,SLW-SIG-40010,SLW-SIG-40110")]
    public void Both_together_are_judged_without_the_key_itself(string key, string profile, string? id, MobileBuildType? wanted, string codes)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(AppleIdentity.Of2026.PathOf(key + ".pem"));
        Assert.Equal(codes, Codes(AppleJudge.JudgeProfile(File(profile + ".mobileprovision"), key, [certificate], id, wanted, Now)));
    }

    private static CredentialFile File(string name) => CredentialFile.At(AppleIdentity.Of2026.PathOf(name));

    private static string Codes(AppleVerdict verdict) => string.Join(',', verdict.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code).Order(StringComparer.Ordinal));
}
