using System.Security.Cryptography.X509Certificates;
using Slipway.Gateway.Clients;
using Slipway.Gateway.Configuration;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Clients;

public sealed class CertificateRuleTests : IDisposable
{
    private readonly Authority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void Who_the_authority_signed_has_a_name_and_others_have_none()
    {
        using var stranger = new Authority("Somebody else");
        using var own = Load(_authority.Issue("own", "/CN=front", "DNS:fe-1.example.com,DNS:fe.example.com"));
        using var foreign = Load(stranger.Issue("own", "/CN=front", "DNS:fe-1.example.com"));
        using var server = Load(_authority.Issue("server", "/CN=front", "DNS:fe-1.example.com", "serverAuth"));
        var any = Rule(new ClientSettings());
        Assert.Equal("fe-1.example.com", any.NameOf(own, null));
        Assert.Null(any.NameOf(foreign, null));
        Assert.Null(any.NameOf(server, null));
    }

    [Theory]
    [InlineData("fe-*.example.com", "fe-1.example.com")]
    [InlineData("FE-1.EXAMPLE.COM", "fe-1.example.com")]
    [InlineData("fe-?.example.com", null)]
    [InlineData("*.example.com", "fe-1.example.com")]
    [InlineData("*.example.org", null)]
    [InlineData("fe-1.example.co", null)]
    [InlineData("fe-1", null)]
    public void A_name_has_to_fit_a_pattern(string pattern, string? name)
    {
        using var own = Load(_authority.Issue("own", "/CN=fe-1", "DNS:fe-1.example.com"));
        Assert.Equal(name, Rule(new ClientSettings { CertificateNames = ["nobody", pattern] }).NameOf(own, null));
    }

    [Fact]
    public void The_common_name_counts_where_there_is_no_other()
    {
        using var own = Load(_authority.Issue("own", "/O=Plant/CN=fe-1", ""));
        Assert.Equal("fe-1", Rule(new ClientSettings { CertificateNames = ["fe-*"] }).NameOf(own, null));
    }

    [Theory]
    [InlineData("ec")]
    [InlineData("rsa:2048")]
    public void What_was_taken_back_has_no_name(string key)
    {
        var files = _authority.Issue("lost", "/CN=lost", "DNS:lost.example.com", kind: key);
        using var lost = Load(files);
        using var kept = Load(_authority.Issue("kept", "/CN=kept", "DNS:kept.example.com"));
        Assert.Equal("lost.example.com", Rule(new ClientSettings { Revocations = _authority.Revocations() }).NameOf(lost, null));
        _authority.Revoke(files.Certificate);
        var after = Rule(new ClientSettings { Revocations = _authority.Revocations() });
        Assert.Null(after.NameOf(lost, null));
        Assert.Equal("kept.example.com", after.NameOf(kept, null));
    }

    [Fact]
    public void A_list_of_somebody_else_is_refused()
    {
        using var stranger = new Authority("Somebody else");
        var settings = new ClientSettings { CertificateAuthority = _authority.Certificate };
        Assert.Contains("None of the authorities", Refusal(settings with { Revocations = stranger.Revocations() }), StringComparison.Ordinal);
        Assert.Contains("no X509 CRL", Refusal(settings with { Revocations = _authority.Certificate }), StringComparison.Ordinal);
        var der = _authority.Certificate + ".der";
        ExternalTool.RunWell("openssl", "x509", "-in", _authority.Certificate, "-outform", "DER", "-out", der);
        Assert.Equal("SLW-GTW-40007", Assert.Throws<ProblemException>(() => CertificateRule.Read(settings with { Revocations = der }, TimeProvider.System)).Problems[0].Code);
    }

    [Fact]
    public void A_list_that_has_ended_lets_nobody_in()
    {
        var settings = new ClientSettings { CertificateAuthority = _authority.Certificate, Revocations = _authority.Revocations() };
        using var own = Load(_authority.Issue("own", "/CN=own", ""));
        // Stands still from here on; before, the certificate would not be valid yet.
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var rule = CertificateRule.Read(settings, clock)!;
        Assert.Equal("own", rule.NameOf(own, null));
        clock.Advance(TimeSpan.FromDays(1.01));
        Assert.Null(rule.NameOf(own, null));
        Assert.Contains("expired", Assert.Throws<ProblemException>(() => CertificateRule.Read(settings, clock)).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_used_are_named()
    {
        Assert.Contains("cannot be opened", Refusal(new ClientSettings { CertificateAuthority = Path.Combine(_authority.Folder, "none.pem") }), StringComparison.Ordinal);
        Assert.Contains("no certificate", Refusal(new ClientSettings { CertificateAuthority = Path.Combine(_authority.Folder, "ca.key") }), StringComparison.Ordinal);
        var (own, _) = _authority.Issue("own", "/CN=own", "");
        var (_, key) = _authority.Issue("other", "/CN=other", "");
        Assert.Equal("SLW-GTW-40007", Assert.Throws<ProblemException>(() => PemFiles.Identity(new ListenerTls(own, key))).Problems[0].Code);
    }

    private CertificateRule Rule(ClientSettings settings) => CertificateRule.Read(settings with { CertificateAuthority = _authority.Certificate }, TimeProvider.System)!;

    private static string Refusal(ClientSettings settings)
    {
        var problem = Assert.Throws<ProblemException>(() => CertificateRule.Read(settings, TimeProvider.System)).Problems[0];
        Assert.Equal("SLW-GTW-40007", problem.Code);
        return problem.Message;
    }

    private static X509Certificate2 Load((string Certificate, string Key) files) => X509CertificateLoader.LoadCertificateFromFile(files.Certificate);
}
