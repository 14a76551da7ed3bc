using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Gateways;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>What an enrolled relay says of bodies that pass through it.</summary>
public sealed class RelayProofTests : IAsyncLifetime
{
    private const string Body = "{\"application\":\"Notes\"}";

    private readonly TestAuthority _authority = new();
    private readonly RawService _builder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private RelayUnderTest _relay = null!;

    public async ValueTask InitializeAsync()
    {
        var identity = new MachineIdentity(_builder.Address.AbsoluteUri, Guid.Parse("0197a3c0-0000-7000-8000-000000000001"), Guid.NewGuid(), "ctl-01", ["FrontEnd"], DateTimeOffset.UnixEpoch) { PrivateKey = Convert.ToBase64String(_key.ExportPkcs8PrivateKey()) };
        _relay = await RelayUnderTest.StartAsync(_authority, _builder.Address, settings => settings with { Identity = identity, Workers = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        await _builder.DisposeAsync();
        _authority.Dispose();
        _key.Dispose();
    }

    [Theory]
    [InlineData("Content-Type: application/json\r\nContent-Length: 23\r\n\r\n" + Body)]
    [InlineData("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"application\":\"\r\n7\r\nNotes\"}\r\n0\r\n\r\n")]
    public async Task The_proof_covers_the_hash_of_a_body_however_it_comes(string rest)
    {
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await _relay.RawAsync("POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\n" + rest), StringComparison.Ordinal);
        Assert.Equal(Body, Encoding.ASCII.GetString(Assert.Single(_builder.Bodies)));
        Assert.Equal(ContentDigest.Of(SHA256.HashData(Encoding.ASCII.GetBytes(Body))), Header("Content-Digest"));
        Assert.True(Fits(name => Header(name)));
        Assert.False(Fits(name => name == "content-digest" ? ContentDigest.Of(SHA256.HashData([])) : Header(name)));
    }

    [Fact]
    public async Task What_the_client_says_of_its_body_is_passed_on_for_the_builder_to_judge()
    {
        var said = ContentDigest.Of(SHA256.HashData("something else"u8));
        await _relay.RawAsync($"POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nContent-Digest: {said}\r\nContent-Length: 2\r\n\r\n{{}}");
        Assert.Equal(said, Header("Content-Digest"));
        Assert.True(Fits(name => Header(name)));
    }

    [Theory]
    [InlineData("PUT /api/v1/blobs/00 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab", true)]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\nHost: localhost\r\n\r\n", true)]
    [InlineData("POST /api/v1/builds/1/cancel HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("PUT /api/v1/leases/1/2/artifacts/binary/a.apk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab", false)]
    public async Task What_has_no_body_is_named_by_its_hash_or_is_a_workers_goes_on_as_it_comes(string request, bool isProven)
    {
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await _relay.RawAsync(request), StringComparison.Ordinal);
        Assert.Null(Header("Content-Digest"));
        Assert.Equal(isProven, Header("Signature-Input") is not null);
        if (isProven)
            Assert.True(Fits(name => Header(name)));
    }

    [Fact]
    public async Task A_body_that_is_too_large_to_be_read_first_is_refused_with_a_way_out()
    {
        var answer = await _relay.RawAsync($"POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nContent-Length: {(256L << 20) + 1}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("SLW-SRV-40003", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Digest", answer, StringComparison.Ordinal);
        Assert.Empty(_builder.Heads);
    }

    private bool Fits(Func<string, string?> header)
    {
        var line = Assert.Single(_builder.Heads).Split("\r\n")[0].Split(' ');
        return RequestProof.Parse(Header("Signature-Input"), Header("Signature"))!.Fits(new ProvenRequest(line[0], line[1], header), _key);
    }

    private string? Header(string name) => Assert.Single(_builder.Heads).Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
