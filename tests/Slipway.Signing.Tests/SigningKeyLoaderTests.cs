using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Tests;

public sealed class SigningKeyLoaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFiles _folder = new(("password", "secret pass$word\nsecond line"), ("wrong", "other"), ("empty", "\n"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_comes_out_with_its_certificate()
    {
        var notices = new List<Problem>();
        var key = SigningKeyLoader.Load(Request(Keystore(Now.AddYears(-1), Now.AddYears(5))), Now, notices);
        Assert.Equal("CN=Test", key.Certificate.Subject);
        Assert.Empty(notices);
    }

    [Fact]
    public void A_key_that_ends_soon_is_warned_of()
    {
        var notices = new List<Problem>();
        SigningKeyLoader.Load(Request(Keystore(Now.AddYears(-1), Now.AddDays(29))), Now, notices);
        Assert.Equal(SigningProblems.CertificateEndsSoon, Assert.Single(notices).Kind);
    }

    [Fact]
    public void An_expired_key_is_warned_of() => Warned(SigningProblems.KeyExpired, Now.AddYears(-2), Now.AddDays(-1));

    [Fact]
    public void A_key_of_tomorrow_is_warned_of() => Warned(SigningProblems.KeyNotYetValid, Now.AddDays(1), Now.AddYears(1));

    [Fact]
    public void A_wrong_password_is_told_from_a_damaged_file()
    {
        var path = Keystore(Now, Now.AddYears(1));
        Refused(SigningProblems.KeystorePassword, Request(path) with { Password = new PasswordSource(_folder["wrong"], "X") });
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Refused(SigningProblems.KeystoreUnreadable, Request(path));
    }

    [Fact]
    public void A_missing_alias_names_those_that_there_are()
    {
        var problem = Refused(SigningProblems.AliasMissing, Request(Keystore(Now, Now.AddYears(1))) with { Alias = "other" });
        Assert.Contains("there", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_the_first_line_of_its_file_and_nothing_else_is()
    {
        Assert.Equal("secret pass$word", new PasswordSource(_folder["password"], "X").Read());
        Assert.Throws<ProblemException>(() => new PasswordSource(_folder["empty"], "X").Read());
        Assert.Throws<ProblemException>(() => new PasswordSource(null, "SLIPWAY_NO_SUCH_VARIABLE").Read());
    }

    [Fact]
    public void An_empty_password_is_one_where_keystores_have_it_and_a_missing_one_names_its_own_option()
    {
        Assert.Equal("", new PasswordSource(_folder["empty"], "X", "--certificate-password-file", mayBeEmpty: true).Read());
        var missing = Assert.Throws<ProblemException>(() => new PasswordSource(null, "SLIPWAY_NO_SUCH_VARIABLE", "--certificate-password-file").Read());
        Assert.Equal("Give --certificate-password-file, or set SLIPWAY_NO_SUCH_VARIABLE.", Assert.Single(missing.Problems).Remedy);
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----", "openssl pkcs12 -export")]
    [InlineData("\u00ce\u00ce\u00ce\u00ce and more", "keytool -importkeystore -srckeystore other.jceks -srcstoretype JCEKS")]
    public void A_file_with_keys_of_another_kind_gets_the_command_that_converts_it(string content, string command)
    {
        var file = CredentialFile.InMemory("other.jceks", System.Text.Encoding.Latin1.GetBytes(content));
        Assert.Contains(command, Refused(SigningProblems.KeystoreFormat, new KeystoreRequest(file, PasswordSource.Of("x"), null, null)).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_contains_a_password()
    {
        var path = Keystore(Now, Now.AddYears(1));
        var e = Assert.Throws<ProblemException>(() => SigningKeyLoader.Load(Request(path) with { Password = new PasswordSource(_folder["wrong"], "X") }, Now, []));
        Assert.DoesNotContain("other", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_memory_is_judged_as_what_is_on_the_disk_is()
    {
        var bytes = File.ReadAllBytes(Keystore(Now.AddYears(-1), Now.AddDays(29)));
        _folder.Remove("key.p12");
        var request = new KeystoreRequest(CredentialFile.InMemory("release.p12", bytes), PasswordSource.Of("secret pass$word"), null, null);
        var notices = new List<Problem>();
        Assert.Equal("CN=Test", SigningKeyLoader.Load(request, Now, notices).Certificate.Subject);
        Assert.Equal((SigningProblems.CertificateEndsSoon, "release.p12"), notices.Select(n => (n.Kind, n.Where)).Single());
        Assert.Equal("release.p12", Refused(SigningProblems.KeystorePassword, request with { Password = PasswordSource.Of("") }).Where);
        Refused(SigningProblems.KeystoreUnreadable, request with { File = CredentialFile.InMemory("half.p12", bytes.AsMemory(0, bytes.Length / 2)) });
    }

    [Fact]
    public void A_file_that_is_missing_or_far_too_large_is_told()
    {
        Refused(SigningProblems.KeystoreUnreadable, Request(_folder["missing"]));
        Refused(SigningProblems.KeystoreUnreadable, Request(_folder.Folder));
        Refused(SigningProblems.KeystoreUnreadable, Request(""));
        _folder.Add("large", new byte[(16 << 20) + 1]);
        var inMemory = CredentialFile.InMemory("large", File.ReadAllBytes(_folder["large"]));
        Assert.All(
            new[] { CredentialFile.At(_folder["large"]), inMemory },
            file => Assert.Equal("The file is far larger than a keystore.", Refused(SigningProblems.KeystoreFormat, Request("") with { File = file }).Message));
    }

    [Theory]
    [InlineData("", "The file is empty.", "backup")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "a Git LFS pointer", "git lfs pull")]
    [InlineData("<!doctype html>", "a web page", "download")]
    [InlineData("MIIKzAIBAzCCCnYGCSqGSIb3DQEHAaCCCmcEggpjMIIKXzCC\n", "base64 text", "base64 -d key > decoded")]
    [InlineData("PK\u0003\u0004", "a zip archive", "Extract")]
    public void A_file_that_is_something_else_is_named_with_a_remedy(string content, string message, string remedy)
    {
        var problem = Refused(SigningProblems.KeystoreFormat, Request("") with { File = CredentialFile.InMemory("key", System.Text.Encoding.ASCII.GetBytes(content)) });
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_memory_is_not_shown_by_its_source()
    {
        var source = PasswordSource.Of("hidden");
        Assert.Equal("hidden", source.Read());
        var request = new KeystoreRequest(CredentialFile.InMemory("name", new byte[1]), source, null, source);
        Assert.DoesNotContain("hidden", request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024, "SHA256", "The RSA key has 1024 bits.")]
    [InlineData(1024, "SHA1", "The RSA key has 1024 bits, and the certificate is signed with SHA-1.")]
    [InlineData(2048, "SHA1", "The certificate is signed with SHA-1.")]
    public void A_weak_key_is_warned_of(int bits, string hash, string message)
    {
        using var rsa = RSA.Create(bits);
        var request = new CertificateRequest("CN=Weak", rsa, new HashAlgorithmName(hash), RSASignaturePadding.Pkcs1);
        var certificate = request.Create(request.SubjectName, new WeakGenerator(rsa, new HashAlgorithmName(hash)), Now, Now.AddYears(1), [1]);
        var problem = Assert.Single(CertificateRules.Check(certificate, "key", Now.AddDays(1)));
        Assert.Equal((SigningProblems.KeyWeak, message, Severity.Warning), (problem.Kind, problem.Message, problem.Severity));
    }

    [Fact]
    public void A_certificate_of_another_key_is_refused()
    {
        using var own = RSA.Create(2048);
        using var other = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Other", other, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now, Now.AddYears(1));
        var content = new Pkcs12SafeContents();
        var key = content.AddShroudedKey(own, "password", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1));
        foreach (var bag in new Pkcs12SafeBag[] { key, content.AddCertificate(X509CertificateLoader.LoadCertificate(certificate.RawData)) })
            bag.Attributes.Add(new Pkcs9LocalKeyId([1]));
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(content);
        builder.SealWithMac("password", HashAlgorithmName.SHA256, 1);
        Refused(SigningProblems.CertificateMismatch, new KeystoreRequest(CredentialFile.InMemory("mixed.p12", builder.Encode()), PasswordSource.Of("password"), null, null));
    }

    [Fact]
    public void A_curve_that_Android_does_not_know_is_refused()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1);
        var certificate = new CertificateRequest("CN=Curve", ec, HashAlgorithmName.SHA256).CreateSelfSigned(Now, Now.AddYears(1));
        Assert.Equal(SigningProblems.KeyUnsuitable, Assert.Single(CertificateRules.Check(certificate, "key", Now.AddDays(1))).Kind);
    }

    [Theory]
    [InlineData("CN=Notes", true, "SLW-SIG-40128")]
    [InlineData("CN=Notes", false, null)]
    [InlineData("CN=Android Debug, O=Android, C=US", true, null)]
    [InlineData("CN=Android Debug, O=Android, C=US", false, "SLW-SIG-40129")]
    public void A_key_of_the_other_type_is_warned_of(string owner, bool isDebuggable, string? code)
    {
        var bytes = KeystoreFactory.Create("key", owner, "password", Now, Now.AddYears(1), KeyAlgorithm.EcP256);
        var key = Formats.Keys.Keystore.Load(bytes, "password").GetKey("key");
        Assert.Equal(code, DebugKeyMismatch.FindMismatch(key, isDebuggable, "app.apk")?.Code);
    }

    private void Warned(ProblemKind kind, DateTimeOffset from, DateTimeOffset to)
    {
        var notices = new List<Problem>();
        SigningKeyLoader.Load(Request(Keystore(from, to)), Now, notices);
        Assert.Equal((kind, Severity.Warning), notices.Select(n => (n.Kind, n.Severity)).Single());
    }

    private string Keystore(DateTimeOffset from, DateTimeOffset to)
    {
        _folder.Add("key.p12", KeystoreFactory.Create("there", "CN=Test", "secret pass$word", from, to, KeyAlgorithm.EcP256));
        return _folder["key.p12"];
    }

    private KeystoreRequest Request(string path) => new(CredentialFile.At(path), new PasswordSource(_folder["password"], "X"), null, null);

    private static Problem Refused(ProblemKind kind, KeystoreRequest request)
    {
        var e = Assert.Throws<ProblemException>(() => SigningKeyLoader.Load(request, Now, []));
        var problem = Assert.Single(e.Problems);
        Assert.Equal(kind, problem.Kind);
        return problem;
    }
}
