using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Gateways;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Proofs;

public sealed class ProvenBodyCheckTests : IAsyncLifetime
{
    private TestService _service = null!;
    private TestMachine _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        var environment = (await _service.Admin.PostAsync("/api/v1/environments", new { name = "Production" })).Text("key");
        _server = await TestMachine.EnrolAsync(_service, environment, "ctl-01", "FrontEnd", "DeploymentController");
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return _service.DisposeAsync();
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_refused_before_anything_comes_of_it()
    {
        using var signed = await SignedAsync(Json("{\"number\":1}"));
        await ExpectAsync(Copy(signed, Json("{\"number\":2}")), HttpStatusCode.Forbidden, "The body differs from the signed one");
        await ExpectAsync(Copy(signed, null), HttpStatusCode.Forbidden, "The body differs from the signed one");
        await _service.Admin.GetAsync(_server.Path + "/report", HttpStatusCode.NotFound);
        // What was refused did not use up the proof.
        await ExpectAsync(Copy(signed, Json("{\"number\":1}")), HttpStatusCode.OK, "");
        Assert.Equal("""{"number":1}""", (await _service.Admin.GetAsync(_server.Path + "/report", HttpStatusCode.OK)).GetProperty("report").GetRawText());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_body_is_held_against_its_hash_as_it_came(string encoding)
    {
        using var signed = await SignedAsync(Packed("{\"number\":1}", encoding));
        await ExpectAsync(Copy(signed, Packed("{\"number\":2}", encoding)), HttpStatusCode.Forbidden, "The body differs");
        // Bytes behind the end of what is packed are nothing to those who unpack it.
        await ExpectAsync(Copy(signed, Packed("{\"number\":1}", encoding, 0)), HttpStatusCode.Forbidden, "The body differs");
        await ExpectAsync(Copy(signed, Packed("{\"number\":1}", encoding)), HttpStatusCode.OK, "");
    }

    [Fact]
    public async Task A_proof_that_says_nothing_of_the_body_is_none()
    {
        using var signed = new HttpRequestMessage(HttpMethod.Put, _server.Path + "/report") { Content = Json("{}") };
        _server.Signer.Sign(signed, _service.Address);
        await ExpectAsync(Copy(signed, Json("{}")), HttpStatusCode.Forbidden, "does not cover the body");
    }

    [Theory]
    [InlineData("sha-512=:AAAA:")]
    [InlineData("sha-256=:AAAA:")]
    public async Task A_hash_that_cannot_be_read_is_none(string digest)
    {
        var body = Json("{}");
        body.Headers.TryAddWithoutValidation(ContentDigest.Header, digest);
        using var signed = await SignedAsync(body);
        await ExpectAsync(Copy(signed, Json("{}")), HttpStatusCode.Forbidden, "no valid sha-256");
    }

    [Fact]
    public async Task A_hash_that_was_added_or_taken_away_is_seen()
    {
        using var signed = await SignedAsync(Json("{}"));
        using var without = Copy(signed, Json("{}"));
        without.Content!.Headers.Remove(ContentDigest.Header);
        await ExpectAsync(without, HttpStatusCode.Forbidden, "is not that of ctl-01");
        using var other = Copy(signed, Json("{\"a\":1}"));
        other.Content!.Headers.Remove(ContentDigest.Header);
        other.Content.Headers.TryAddWithoutValidation(ContentDigest.Header, ContentDigest.Of(SHA256.HashData("{\"a\":1}"u8)));
        await ExpectAsync(other, HttpStatusCode.Forbidden, "is not that of ctl-01");
    }

    [Fact]
    public async Task A_content_whose_address_is_its_hash_needs_no_other()
    {
        var content = Encoding.UTF8.GetBytes("<h1>Notes</h1>");
        using var signed = new HttpRequestMessage(HttpMethod.Put, "/api/v1/blobs/" + SampleApp.Hash(content)) { Content = new ByteArrayContent(content) };
        signed.Headers.Add("Authorization", $"Bearer {_service.AdminToken}");
        _server.Signer.Sign(signed, _service.Address);
        using var plain = _service.Client(null);
        using var answer = await plain.SendAsync(signed, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task Requests_that_are_not_signed_need_no_hash() =>
        await _service.Admin.PostAsync("/api/v1/applications", new { name = "Plain" });

    private static ByteArrayContent Json(string text) => Content(Encoding.UTF8.GetBytes(text));

    private static ByteArrayContent Content(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static ByteArrayContent Packed(string text, string encoding, params byte[] behind)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(Encoding.UTF8.GetBytes(text));
        packed.Write(behind);
        var content = Content(packed.ToArray());
        content.Headers.ContentEncoding.Add(encoding);
        return content;
    }

    private async Task<HttpRequestMessage> SignedAsync(HttpContent body)
    {
        var signed = new HttpRequestMessage(HttpMethod.Put, _server.Path + "/report") { Content = body };
        await _server.Signer.SignAsync(signed, _service.Address, Cancellation);
        return signed;
    }

    // The headers of one request with the body of another.
    private static HttpRequestMessage Copy(HttpRequestMessage signed, HttpContent? body)
    {
        var copy = new HttpRequestMessage(signed.Method, signed.RequestUri) { Content = body ?? new ByteArrayContent([]) };
        copy.Content.Headers.Clear();
        foreach (var (name, values) in signed.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in signed.Content!.Headers.Where(header => header.Key != "Content-Length"))
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        return copy;
    }

    private async Task ExpectAsync(HttpRequestMessage request, HttpStatusCode status, string detail)
    {
        using var plain = _service.Client(null);
        using var answer = await plain.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == answer.StatusCode, text);
        if (detail.Length == 0)
            return;
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal("SLW-ENV-20003", problem.Text("errorCode"));
        Assert.Contains(detail, problem.Text("detail"), StringComparison.Ordinal);
    }
}
