using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;

namespace Slipway.Formats.Tests.Provisioning;

public sealed class CertificateChainTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("dev", AppleCertificateKind.Development, AppleIdentity.Team)]
    [InlineData("dist", AppleCertificateKind.Distribution, AppleIdentity.Team)]
    [InlineData("other", AppleCertificateKind.Development, AppleIdentity.OtherTeam)]
    [InlineData("wwdr", AppleCertificateKind.Intermediate, "G3")]
    [InlineData("root", AppleCertificateKind.Other, "Certification Authority")]
    public void A_certificate_says_what_it_is_for(string name, AppleCertificateKind kind, string team)
    {
        var described = AppleCertificate.Describe(AppleIdentity.Of2026.Certificate(name));
        Assert.Equal((kind, team), (described.Kind, described.Team));
    }

    [Fact]
    public void A_certificate_names_its_issuer()
    {
        var dev = AppleCertificate.Describe(AppleIdentity.Of2026.Certificate("dev"));
        var wwdr = AppleCertificate.Describe(AppleIdentity.Of2026.Certificate("wwdr"));
        Assert.Equal("Apple Development: Ada Tester (TESTER0001)", dev.CommonName);
        Assert.Equal("http://certificates.slipway.example/wwdr.cer", dev.IssuerUrl);
        Assert.Equal(wwdr.KeyId, dev.IssuerKeyId);
        Assert.Contains(wwdr.CommonName!, dev.Issuer, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2039, 1, 1, 0, 0, 0, TimeSpan.Zero), dev.NotAfter);
    }

    [Fact]
    public void A_chain_is_completed_from_certificates_in_any_order()
    {
        var chain = Complete("dev", "root", "other", "wwdr", "dist");
        Assert.True(chain.IsComplete);
        Assert.Equal([AppleIdentity.Of2026.Certificate("dev"), AppleIdentity.Of2026.Certificate("wwdr"), AppleIdentity.Of2026.Certificate("root")], chain.Certificates);
        Assert.Empty(chain.InvalidAt(Time));
    }

    [Theory]
    [InlineData("wwdr.cer", "root")]
    [InlineData("root.cer", "wwdr")]
    public void A_missing_issuer_is_named_with_its_address(string address, params string[] pool)
    {
        var chain = Complete("dev", pool);
        Assert.False(chain.IsComplete);
        Assert.Equal("http://certificates.slipway.example/" + address, chain.MissingIssuerUrl);
        Assert.Equal(chain.Certificates[^1].Issuer, chain.MissingIssuer);
    }

    [Fact]
    public void What_has_expired_is_named() =>
        Assert.Equal(AppleIdentity.Of2026.Certificate("expired"), Assert.Single(Complete("expired", "wwdr", "root").InvalidAt(Time)));

    [Fact]
    public void A_flipped_bit_in_a_signature_is_found()
    {
        var forged = AppleIdentity.Of2026.Certificate("dev").RawData;
        forged[^1] ^= 1;
        var chain = CertificateChain.Complete(X509CertificateLoader.LoadCertificate(forged), [AppleIdentity.Of2026.Certificate("wwdr"), AppleIdentity.Of2026.Certificate("root")]);
        Assert.False(chain.IsComplete);
        Assert.Single(chain.Certificates);
    }

    private static CertificateChain Complete(string leaf, params string[] pool) =>
        CertificateChain.Complete(AppleIdentity.Of2026.Certificate(leaf), pool.Select(AppleIdentity.Of2026.Certificate));
}
