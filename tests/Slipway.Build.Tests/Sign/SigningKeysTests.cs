using System.Security.Cryptography;
using Slipway.Build.Problems;
using Slipway.Build.Sign;
using Slipway.Formats.Keys;

namespace Slipway.Build.Tests.Sign;

public sealed class SigningKeysTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryApp _folder = new(("password", "secret pass$word\nsecond line"), ("wrong", "other"), ("empty", "\n"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_comes_out_with_its_certificate()
    {
        var notices = new List<Problem>();
        var key = SigningKeys.Load(Request(Keystore(Now.AddYears(-1), Now.AddYears(5))), Now, notices);
        Assert.Equal("CN=Test", key.Certificate.Subject);
        Assert.Empty(notices);
    }

    [Fact]
    public void A_key_that_ends_soon_is_warned_of()
    {
        var notices = new List<Problem>();
        SigningKeys.Load(Request(Keystore(Now.AddYears(-1), Now.AddDays(29))), Now, notices);
        Assert.Equal(SigningProblems.CertificateEndsSoon, Assert.Single(notices).Kind);
    }

    [Fact]
    public void An_expired_key_is_refused() => Refused(SigningProblems.CertificateExpired, Request(Keystore(Now.AddYears(-2), Now.AddDays(-1))));

    [Fact]
    public void A_key_of_tomorrow_is_refused() => Refused(SigningProblems.CertificateNotYet, Request(Keystore(Now.AddDays(1), Now.AddYears(1))));

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
    public void No_message_contains_a_password()
    {
        var path = Keystore(Now, Now.AddYears(1));
        var e = Assert.Throws<ProblemException>(() => SigningKeys.Load(Request(path) with { Password = new PasswordSource(_folder["wrong"], "X") }, Now, []));
        Assert.DoesNotContain("other", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_debug_key_is_made_once_however_many_ask()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => DebugKey.GetOrCreate(_folder["data"], Now))));
        Assert.Single(keys.Select(k => k.Certificate.Thumbprint).Distinct());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["data/debug.keystore"]));
        Assert.Single(Directory.GetFiles(_folder["data"]));
        Assert.True(keys[0].Certificate.NotAfter > Now.AddYears(29).LocalDateTime);
    }

    [Fact]
    public void Credentials_never_overwrite_and_are_readable_for_their_owner_only()
    {
        var request = new CredentialsRequest(_folder["new.p12"], "a", "CN=Me, O=Us", "123456", 10, KeyAlgorithm.EcP256);
        Assert.Equal(64, Credentials.Create(request, Now).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(request.Path));
        Assert.Equal(KeyProblems.Exists, Assert.Throws<ProblemException>(() => Credentials.Create(request, Now)).Problems[0].Kind);
        Assert.Equal(KeyProblems.PasswordShort, Assert.Throws<ProblemException>(() => Credentials.Create(request with { Path = _folder["b"], Password = "12345" }, Now)).Problems[0].Kind);
        Assert.Equal(KeyProblems.SubjectInvalid, Assert.Throws<ProblemException>(() => Credentials.Create(request with { Path = _folder["b"], Subject = "nobody" }, Now)).Problems[0].Kind);
    }

    [Fact]
    public void A_weak_key_is_refused()
    {
        using var rsa = RSA.Create(1024);
        var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Weak", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now, Now.AddYears(1));
        Assert.Equal(SigningProblems.KeyUnsuitable, Assert.Single(CertificateRules.Check(certificate, "key", Now.AddDays(1))).Kind);
    }

    private string Keystore(DateTimeOffset from, DateTimeOffset to)
    {
        _folder.Add("key.p12", KeystoreFactory.Create("there", "CN=Test", "secret pass$word", from, to, KeyAlgorithm.EcP256));
        return _folder["key.p12"];
    }

    private KeystoreRequest Request(string path) => new(path, new PasswordSource(_folder["password"], "X"), null, null);

    private static Problem Refused(ProblemKind kind, KeystoreRequest request)
    {
        var e = Assert.Throws<ProblemException>(() => SigningKeys.Load(request, Now, []));
        var problem = Assert.Single(e.Problems);
        Assert.Equal(kind, problem.Kind);
        return problem;
    }
}
