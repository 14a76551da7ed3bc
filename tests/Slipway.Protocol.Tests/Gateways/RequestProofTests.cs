using System.Security.Cryptography;
using Slipway.Protocol.Gateways;

namespace Slipway.Protocol.Tests.Gateways;

public sealed class RequestProofTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Server = new("https://builder.example.com");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RequestSigner _signer;
    private readonly MachineIdentity _identity;

    public RequestProofTests()
    {
        _identity = new MachineIdentity(Server.AbsoluteUri, Guid.Parse("0197a3c0-0000-7000-8000-000000000001"), Guid.NewGuid(), "ctl-01", ["FrontEnd"], Now) { PrivateKey = Convert.ToBase64String(_key.ExportPkcs8PrivateKey()) };
        _signer = new RequestSigner(_identity, new FixedClock(Now));
    }

    public void Dispose()
    {
        _signer.Dispose();
        _key.Dispose();
    }

    [Fact]
    public void The_text_that_is_signed_is_that_of_the_standard()
    {
        var request = Request("POST", "/api/v1/launches?a=1&b=%20", ("Authorization", "Bearer slw_x"), ("Slipway-Channel", "IDE"));
        var (input, _) = _signer.Prove(request);
        var parameters = input["slipway=".Length..];
        Assert.Equal(
            $"""
            "@method": POST
            "@path": /api/v1/launches
            "@query": ?a=1&b=%20
            "authorization": Bearer slw_x
            "slipway-channel": IDE
            "@signature-params": {parameters}
            """,
            System.Text.Encoding.UTF8.GetString(request.SignatureBase(["@method", "@path", "@query", "authorization", "slipway-channel"], parameters)));
        Assert.Matches("""^\("@method" "@path" "@query" "authorization" "slipway-channel"\);created=1780315200;nonce="[A-Za-z0-9_-]{22}";keyid="0197a3c0-0000-7000-8000-000000000001";alg="ecdsa-p256-sha256"$""", parameters);
    }

    [Fact]
    public void A_proof_fits_its_request_and_no_other()
    {
        var headers = new[] { ("Authorization", "Bearer slw_x"), ("Slipway-Channel", "IDE"), ("Slipway-Person", "alice") };
        var proof = Proof(Request("POST", "/api/v1/launches?a=1", headers));
        Assert.Equal((_identity.MachineId, Now), (proof.Machine, proof.Created));
        Assert.True(proof.Fits(Request("POST", "/api/v1/launches?a=1", headers), _key));
        Assert.False(proof.Fits(Request("PUT", "/api/v1/launches?a=1", headers), _key));
        Assert.False(proof.Fits(Request("POST", "/api/v1/launches?a=2", headers), _key));
        Assert.False(proof.Fits(Request("POST", "/api/v1/launches", headers), _key));
        Assert.False(proof.Fits(Request("POST", "/api/v1/other?a=1", headers), _key));
        Assert.False(proof.Fits(Request("POST", "/api/v1/launches?a=1", [("Authorization", "Bearer slw_y"), .. headers[1..]]), _key));
        Assert.False(proof.Fits(Request("POST", "/api/v1/launches?a=1", [.. headers[..2], ("Slipway-Person", "bob")]), _key));
        Assert.False(proof.Fits(Request("POST", "/api/v1/launches?a=1", headers[..2]), _key));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(proof.Fits(Request("POST", "/api/v1/launches?a=1", headers), other));
    }

    [Fact]
    public void A_header_that_came_later_is_not_covered_and_so_the_proof_does_not_fit()
    {
        var proof = Proof(Request("GET", "/", ("Authorization", "Bearer slw_x")));
        Assert.False(proof.Fits(Request("GET", "/", ("Authorization", "Bearer slw_x"), ("Slipway-Person", "mallory")), _key));
    }

    [Fact]
    public void It_holds_for_five_minutes_around_the_clock_of_the_service()
    {
        var proof = Proof(Request("GET", "/"));
        Assert.True(proof.IsTimely(Now.AddMinutes(5)));
        Assert.True(proof.IsTimely(Now.AddMinutes(-5)));
        Assert.False(proof.IsTimely(Now.AddMinutes(5).AddSeconds(1)));
        Assert.False(proof.IsTimely(Now.AddMinutes(-5).AddSeconds(-1)));
    }

    [Fact]
    public void No_two_proofs_have_the_same_nonce() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Proof(Request("GET", "/")).Nonce).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Signatures_of_others_beside_it_do_no_harm()
    {
        var request = Request("GET", "/");
        var (input, signature) = _signer.Prove(request);
        var proof = RequestProof.Parse($"cdn=(\"@path\");tag=\"a, slipway=b\", {input}", $"cdn=:AAAA:,{signature}");
        Assert.True(proof?.Fits(request, _key));
        Assert.False(RequestProof.IsClaimed("cdn=(\"@path\");tag=\"a, slipway=b\""));
        Assert.Null(RequestProof.Parse($"{input}, {input}", signature));
        Assert.True(RequestProof.IsClaimed($"{input}, {input}"));
    }

    [Theory]
    [InlineData("ecdsa-p256-sha256", "hmac-sha256")]
    [InlineData("created=1780315200", "created=-1")]
    [InlineData(";nonce=", ";other=")]
    [InlineData("0197a3c0-0000", "ctl-01")]
    [InlineData("(\"@method\"", "(\"@method\";req")]
    [InlineData(";alg=", ";expires=1;alg=")]
    public void Another_form_is_no_proof(string part, string other)
    {
        var (input, signature) = _signer.Prove(Request("GET", "/"));
        Assert.Contains(part, input, StringComparison.Ordinal);
        Assert.Null(RequestProof.Parse(input.Replace(part, other, StringComparison.Ordinal), signature));
    }

    [Theory]
    [InlineData("slipway=")]
    [InlineData("slipway=:AAAA:")]
    [InlineData("slipway=?1")]
    [InlineData("")]
    public void A_signature_of_another_form_is_none(string signature) => Assert.Null(RequestProof.Parse(_signer.Prove(Request("GET", "/")).Input, signature));

    [Fact]
    public void A_message_is_signed_with_what_is_sent()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches?x=é b");
        message.Headers.Add("Authorization", "Bearer slw_x");
        message.Headers.Add("Signature-Input", "slipway=old");
        _signer.Sign(message, Server);
        var proof = RequestProof.Parse(Assert.Single(message.Headers.GetValues("Signature-Input")), Assert.Single(message.Headers.GetValues("Signature")));
        Assert.True(proof?.Fits(Request("POST", "/api/v1/launches?x=%C3%A9%20b", ("Authorization", "Bearer slw_x")), _key));
    }

    [Fact]
    public async Task A_message_with_a_body_is_signed_with_its_hash_and_type()
    {
        using var message = new HttpRequestMessage(HttpMethod.Put, "/api/v1/x") { Content = new StringContent("{\"a\": 1}", System.Text.Encoding.UTF8, "application/json") };
        await _signer.SignAsync(message, Server, TestContext.Current.CancellationToken);
        // printf '{"a": 1}' | openssl dgst -sha256 -binary | base64
        const string Digest = "sha-256=:+dhgKMbg1k4iUYb5astpM4ssWXZN95FiEH9cS7NNExA=:";
        Assert.Equal("{\"a\": 1}", await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Digest, Assert.Single(message.Content.Headers.GetValues("Content-Digest")));
        var proof = RequestProof.Parse(Assert.Single(message.Headers.GetValues("Signature-Input")), Assert.Single(message.Headers.GetValues("Signature")));
        Assert.True(proof?.Fits(Request("PUT", "/api/v1/x", ("Content-Digest", Digest), ("Content-Type", "application/json; charset=utf-8")), _key));
        Assert.False(proof?.Fits(Request("PUT", "/api/v1/x", ("Content-Digest", Digest.Replace("+dhg", "+dhh", StringComparison.Ordinal)), ("Content-Type", "application/json; charset=utf-8")), _key));
        Assert.False(proof?.Fits(Request("PUT", "/api/v1/x", ("Content-Type", "application/json; charset=utf-8")), _key));
        Assert.False(proof?.Fits(Request("PUT", "/api/v1/x", ("Content-Digest", Digest), ("Content-Type", "text/plain")), _key));
    }

    [Theory]
    [InlineData("alice@example.com", "alice@example.com")]
    [InlineData("Zoë 100%", "Zo%C3%AB 100%25")]
    public void A_person_survives_the_header(string person, string header)
    {
        Assert.Equal(header, LaunchHeaders.EncodePerson(person));
        Assert.Equal(person, LaunchHeaders.DecodePerson(header));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a%0Ab")]
    [InlineData("  ")]
    public void What_is_no_person_is_none(string header) => Assert.Null(LaunchHeaders.DecodePerson(header));

    private static ProvenRequest Request(string method, string target, params (string Name, string Value)[] headers) =>
        new(method, target, name => headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault());

    private RequestProof Proof(ProvenRequest request)
    {
        var (input, signature) = _signer.Prove(request);
        return RequestProof.Parse(input, signature) ?? throw new InvalidOperationException(input);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
