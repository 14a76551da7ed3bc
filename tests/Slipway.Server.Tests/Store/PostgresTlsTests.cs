using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Store;

/// <summary>A PostgreSQL that admits encrypted connections only, with a certificate of an authority of its own.</summary>
public sealed class PostgresTlsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PostgresCluster _cluster = null!;
    private string _address = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cluster = await PostgresCluster.StartNewAsync("hostnossl all all all reject");
        _address = _cluster.CreateDatabase();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(_folder["ca.pem"], certificate.ExportCertificatePem(), Cancellation);
        await _cluster.EncryptAsync(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Encryption_and_certificates_are_taken_as_the_address_says_and_refusals_are_told_apart()
    {
        await StartsAsync("");
        await StartsAsync("?sslmode=require&channel_binding=prefer");
        await StartsAsync($"?sslmode=verify-full&sslrootcert={_folder["ca.pem"]}");
        var plain = await RefusedAsync(_address + "?sslmode=disable");
        Assert.Equal("SLW-DBS-20002", plain.Code);
        Assert.Contains("sslmode=require", plain.Remedy, StringComparison.Ordinal);
        Assert.Equal("SLW-DBS-20004", (await RefusedAsync(_address + "?sslmode=verify-full")).Code);
        var otherName = _address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Assert.Equal("SLW-DBS-20004", (await RefusedAsync($"{otherName}?sslmode=verify-full&sslrootcert={_folder["ca.pem"]}")).Code);
    }

    private async Task StartsAsync(string query)
    {
        await using var server = await HostedServer.StartAsync(Options(_address + query), Cancellation);
    }

    private async Task<Problem> RefusedAsync(string address) =>
        (await Assert.ThrowsAsync<ProblemException>(async () => await HostedServer.StartAsync(Options(address), Cancellation))).Problems[0];

    private ServerOptions Options(string address) => new(_folder["data"]) { Urls = ["http://127.0.0.1:0"], Logs = false, Database = address };
}
