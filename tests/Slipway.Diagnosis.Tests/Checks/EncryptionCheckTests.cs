using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Diagnosis.Tls;

namespace Slipway.Diagnosis.Tests.Checks;

/// <summary>What is said of certificates, which a server that knows nothing else shows.</summary>
public sealed class EncryptionCheckTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _authority;

    public EncryptionCheckTests()
    {
        var request = new CertificateRequest("CN=Acme Private CA", _authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
    }

    [Fact]
    public async Task A_self_signed_certificate_is_called_so_and_can_be_compared()
    {
        using var certificate = SelfSigned("localhost");
        var finding = await FindAsync(certificate);
        Assert.Equal((CheckState.Fail, "tls-untrusted"), (finding.State, finding.Cause));
        Assert.Contains("is self-signed, so no authority confirms it", finding.Summary, StringComparison.Ordinal);
        Assert.Contains(TlsFacts.KeyOf(certificate), finding.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("inspects the TLS connection: the certificate is not", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_signed_certificate_that_is_trusted_is_no_public_one()
    {
        using var certificate = SelfSigned("localhost");
        var finding = await FindAsync(certificate, options => options with { TrustedRoots = [certificate] });
        Assert.Equal((CheckState.Unknown, "tls-private-authority"), (finding.State, finding.Cause));
        Assert.StartsWith("The certificate is self-signed, and trusted because of ", finding.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_is_expected_makes_it_the_services_own(bool isTrusted)
    {
        using var certificate = SelfSigned("localhost");
        var finding = await FindAsync(certificate, options => options with { CertificatePins = [TlsFacts.KeyOf(certificate)], TrustedRoots = isTrusted ? [certificate] : [] });
        Assert.Equal(isTrusted ? (CheckState.Ok, null) : (CheckState.Fail, "tls-untrusted"), (finding.State, finding.Cause));
        Assert.Contains(isTrusted ? "to the service itself" : "the service's own, but it is self-signed", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_the_expected_one_is_somebody_elses()
    {
        using var certificate = SelfSigned("localhost");
        var finding = await FindAsync(certificate, options => options with { CertificatePins = ["sha256/" + Convert.ToBase64String(new byte[32])] });
        Assert.Equal("tls-interception", finding.Cause);
        Assert.StartsWith("Somebody with a self-signed certificate inspects the TLS connection", finding.Summary, StringComparison.Ordinal);
        Assert.Contains("--certificate-pin " + TlsFacts.KeyOf(certificate), finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_that_a_server_comes_with_is_that_of_another_server()
    {
        using var certificate = SelfSigned("ingress.local");
        var finding = await FindAsync(certificate);
        Assert.Equal("tls-name", finding.Cause);
        Assert.StartsWith("The certificate is for ingress.local, not for localhost: another server answers. The certificate is also self-signed", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_without_a_subject_is_called_by_its_names()
    {
        using var certificate = Issued("other.example.com", "", expired: false);
        var finding = await FindAsync(certificate, options => options with { TrustedRoots = [_authority] });
        Assert.Equal("tls-name", finding.Cause);
        Assert.StartsWith("The certificate is for other.example.com, not for localhost: another server answers.", finding.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("trusted", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_authority_that_is_not_known_may_be_one_in_between()
    {
        using var certificate = Issued("localhost", "CN=localhost", expired: true);
        var finding = await FindAsync(certificate);
        Assert.Equal("tls-untrusted", finding.Cause);
        Assert.Contains("The issuer of the certificate is not trusted: CN=Acme Private CA.", finding.Summary, StringComparison.Ordinal);
        Assert.Contains("an intermediate one that the server does not send", finding.Summary, StringComparison.Ordinal);
        Assert.Contains("It is also valid only from", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_authority_that_is_trusted_is_told_apart_from_those_of_the_system()
    {
        using var certificate = Issued("localhost", "CN=localhost", expired: false);
        var finding = await FindAsync(certificate, options => options with { TrustedRoots = [_authority] });
        Assert.Equal((CheckState.Unknown, "tls-private-authority"), (finding.State, finding.Cause));
        Assert.StartsWith("The certificate is trusted because of ", finding.Summary, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _authorityKey.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 SelfSigned(string name) => Request(name, "CN=" + name).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    private X509Certificate2 Issued(string name, string subject, bool expired)
    {
        using var certificate = Request(name, subject).Create(_authority, DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(expired ? -1 : 1), [1, 2, 3]);
        return certificate.CopyWithPrivateKey(_key);
    }

    private CertificateRequest Request(string name, string subject)
    {
        var request = new CertificateRequest(subject, _key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build(critical: subject.Length == 0));
        return request;
    }

    private static async Task<CheckFinding> FindAsync(X509Certificate2 certificate, Func<DoctorOptions, DoctorOptions>? change = null)
    {
        await using var server = new CertificateServer(certificate);
        var options = new DoctorOptions(new Uri($"https://localhost:{server.Port}")) { Only = ["C07"], Variable = _ => null, Variables = () => [] };
        var report = await Doctor.ExamineAsync(change?.Invoke(options) ?? options, new Progress<string>(), TestContext.Current.CancellationToken);
        return report.Checks.Single(check => check.Id == "C07").Finding;
    }
}
