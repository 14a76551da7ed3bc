using System.Buffers.Text;
using System.Formats.Asn1;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Identity;

public sealed class IdentityEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hosts_are_told_to_everybody_signed_and_can_be_kept_for_a_while()
    {
        await using var service = await TestService.StartAsync(options => options with
        {
            PublicAddress = new Uri("https://builder.example.com/"),
            AlsoHosts = ["cdn.example.com", "files.example.com:8443=downloads"],
            CertificatePins = ["sha256/" + Convert.ToBase64String(new byte[32])],
        });
        using var anybody = service.Client(null);
        using var answer = await anybody.GetAsync(ServiceHosts.Path, Cancellation);
        Assert.Equal("application/jose", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((true, TimeSpan.FromMinutes(5)), (answer.Headers.CacheControl!.Public, answer.Headers.CacheControl.MaxAge));
        var published = ServiceHostsReader.Read(await answer.Content.ReadAsStringAsync(Cancellation), null, DateTimeOffset.UtcNow, new Uri("https://builder.example.com"));
        Assert.Equal("https://builder.example.com", published.Hosts.Service);
        Assert.Equal(
            [new ServiceHost("builder.example.com", 443, "api, pages, downloads"), new ServiceHost("cdn.example.com", 443, "named by who runs the service"), new ServiceHost("files.example.com", 8443, "downloads")],
            published.Hosts.Hosts);
        Assert.Single(published.Hosts.Certificates);
    }

    [Fact]
    public async Task Openssl_finds_the_signature_good_and_one_changed_byte_bad()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        var parts = (await anybody.GetStringAsync(ServiceHosts.Path, Cancellation)).Split('.');
        var jwk = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(parts[0]), GatewayJson.Default.JwsHeader)!.Jwk;
        using var folder = new TemporaryFolder();
        var (key, signature, signed) = (Path.Combine(folder.Path, "key.pem"), Path.Combine(folder.Path, "signature"), Path.Combine(folder.Path, "signed"));
        await File.WriteAllTextAsync(key, jwk.Open()!.ExportSubjectPublicKeyInfoPem(), Cancellation);
        await File.WriteAllBytesAsync(signature, Der(Base64Url.DecodeFromChars(parts[2])), Cancellation);
        var bytes = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        await File.WriteAllBytesAsync(signed, bytes, Cancellation);
        Assert.Contains("Verified OK", ExternalTool.RunWell("openssl", "dgst", "-sha256", "-verify", key, "-signature", signature, signed), StringComparison.Ordinal);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(signed, bytes, Cancellation);
        Assert.NotEqual(0, ExternalTool.Run("openssl", "dgst", "-sha256", "-verify", key, "-signature", signature, signed).ExitCode);
    }

    [Theory]
    [InlineData("--also-host", "builder.example.com:0")]
    [InlineData("--also-host", "https://builder.example.com")]
    [InlineData("--also-host", "a b")]
    [InlineData("--certificate-pin", "sha256/short")]
    public async Task An_option_that_cannot_be_used_is_named(string option, string value)
    {
        var failure = await Assert.ThrowsAsync<ProblemException>(() => TestService.StartAsync(options => option == "--also-host" ? options with { AlsoHosts = [value] } : options with { CertificatePins = [value] }));
        Assert.Equal(("SLW-SRV-40002", option), (failure.Problems[0].Code, failure.Problems[0].Where));
    }

    private static byte[] Der(byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(signature.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }
}
