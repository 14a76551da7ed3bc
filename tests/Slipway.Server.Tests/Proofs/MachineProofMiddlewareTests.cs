using System.Formats.Asn1;
using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Gateways;
using Slipway.Server.Proofs;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Proofs;

public sealed class MachineProofMiddlewareTests : IAsyncLifetime
{
    private const string Caller = "/api/v1/caller";

    private TestService _service = null!;
    private TestMachine _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Database Database => _service.App.Services.GetRequiredService<Database>();

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
    public async Task A_proof_that_holds_is_seen_and_one_that_does_not_is_refused_on_every_route()
    {
        using var server = _server.Client(_service.AdminToken);
        await server.GetAsync(Caller, HttpStatusCode.OK);
        var described = await _service.Admin.GetAsync($"/api/v1/environments/{_server.Environment}", HttpStatusCode.OK);
        Assert.NotEqual("", described.GetProperty("servers")[0].Text("seenAt"));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var impostor = new RequestSigner(_server.Identity with { PrivateKey = Convert.ToBase64String(other.ExportPkcs8PrivateKey()) }, TimeProvider.System);
        using var wrong = _server.Client(_service.AdminToken, impostor);
        foreach (var path in new[] { Caller, "/health/live", "/api/v1/diagnostics/echo" })
            Assert.Equal("SLW-ENV-20003", (await wrong.GetAsync(path, HttpStatusCode.Forbidden)).Text("errorCode"));
    }

    [Fact]
    public async Task Openssl_finds_the_signature_of_a_request_good_and_that_of_a_changed_one_bad()
    {
        using var folder = new TemporaryFolder();
        string At(string name) => Path.Combine(folder.Path, name);
        const string Body = """{"application":"Notes"}""";
        await File.WriteAllTextAsync(At("body"), Body, Cancellation);
        // The hash is an outsider's, too.
        var hash = ExternalTool.RunWell("openssl", "dgst", "-sha256", "-r", At("body"))[..64];
        var digest = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(hash))}:";
        Assert.Equal(digest, ContentDigest.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Body))));
        var request = new ProvenRequest("POST", "/api/v1/launches", name => name switch { "authorization" => "Bearer slw_x", "content-digest" => digest, _ => null });
        var (input, signature) = _server.Signer.Prove(request);
        var parameters = input["slipway=".Length..];
        var text = $"\"@method\": POST\n\"@path\": /api/v1/launches\n\"@query\": ?\n\"authorization\": Bearer slw_x\n\"content-digest\": {digest}\n\"@signature-params\": {parameters}";
        using var key = _server.Identity.OpenKey();
        await File.WriteAllTextAsync(At("key"), key.ExportSubjectPublicKeyInfoPem(), Cancellation);
        await File.WriteAllBytesAsync(At("signature"), Der(Convert.FromBase64String(signature["slipway=:".Length..^1])), Cancellation);
        await File.WriteAllTextAsync(At("good"), text, Cancellation);
        await File.WriteAllTextAsync(At("bad"), text.Replace("slw_x", "slw_y", StringComparison.Ordinal), Cancellation);
        Assert.Contains("Verified OK", ExternalTool.RunWell("openssl", "dgst", "-sha256", "-verify", At("key"), "-signature", At("signature"), At("good")), StringComparison.Ordinal);
        Assert.NotEqual(0, ExternalTool.Run("openssl", "dgst", "-sha256", "-verify", At("key"), "-signature", At("signature"), At("bad")).ExitCode);
        await File.WriteAllTextAsync(At("bad"), text.Replace(digest, ContentDigest.Of(SHA256.HashData([])), StringComparison.Ordinal), Cancellation);
        Assert.NotEqual(0, ExternalTool.Run("openssl", "dgst", "-sha256", "-verify", At("key"), "-signature", At("signature"), At("bad")).ExitCode);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_clock_that_is_wrong_is_told_by_both_times(int seconds)
    {
        using var skewed = new RequestSigner(_server.Identity, new ShiftedClock(TimeSpan.FromSeconds(seconds + Math.Sign(seconds) * 30)));
        using var server = _server.Client(_service.AdminToken, skewed);
        Assert.Contains("by the clock of ctl-01", (await server.GetAsync(Caller, HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
        using var near = new RequestSigner(_server.Identity, new ShiftedClock(TimeSpan.FromSeconds(Math.Sign(seconds) * 240)));
        using var fine = _server.Client(_service.AdminToken, near);
        await fine.GetAsync(Caller, HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_launch_that_is_sent_twice_launches_once_also_when_both_come_at_the_same_time()
    {
        var app = new SampleApp();
        await app.LaunchAsync(_service.Admin);
        using var prepared = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = System.Net.Http.Json.JsonContent.Create(app.Request) };
        prepared.Headers.Add("Authorization", $"Bearer {_service.AdminToken}");
        await _server.Signer.SignAsync(prepared, _service.Address, Cancellation);
        using var anybody = _service.Client(null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var copy = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = System.Net.Http.Json.JsonContent.Create(app.Request) };
            foreach (var header in prepared.Headers.Concat(prepared.Content.Headers))
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            using var answer = await anybody.SendAsync(copy, Cancellation);
            return answer.StatusCode;
        }));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], answers.Order());
    }

    [Fact]
    public async Task Used_proofs_are_forgotten_when_they_are_not_valid_any_more()
    {
        await Database.WriteAsync((c, t) => c.ExecuteAsync("INSERT INTO server_nonces (server_id, nonce, expires_at) VALUES (@Id, 'old', 1), (@Id, 'new', 99999999999999)", new { _server.Id }, t), Cancellation);
        await _service.App.Services.GetRequiredService<ProofStore>().ForgetAsync(Cancellation);
        Assert.Equal(["new"], await Database.ReadAsync(c => c.QueryAsync<string>("SELECT nonce FROM server_nonces"), Cancellation));
    }

    [Fact]
    public async Task A_server_that_was_removed_or_enrolled_anew_proves_nothing()
    {
        using var old = _server.Client(_service.AdminToken);
        using var again = await TestMachine.EnrolAsync(_service, _server.Environment, _server.Id);
        Assert.Equal("SLW-ENV-20003", (await old.GetAsync(Caller, HttpStatusCode.Forbidden)).Text("errorCode"));
        using var now = again.Client(_service.AdminToken);
        await now.GetAsync(Caller, HttpStatusCode.OK);
        await _service.Admin.DeleteAsync(_server.Path, HttpStatusCode.NoContent);
        Assert.Contains("is not enrolled here", (await now.GetAsync(Caller, HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
        var actions = (await _service.Admin.GetAsync("/api/v1/audit?limit=100", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().Where(e => e.Text("subject") == _server.Id).Select(e => $"{e.Text("action")} {e.Text("actor").Split(':')[0]}").ToList();
        Assert.Contains("server.enrol server", actions);
        Assert.Contains("server.enrol-again server", actions);
        Assert.Contains(actions, action => action.StartsWith("server.remove ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_proves_nothing_beside_the_token_of_another_organisation()
    {
        using var strangers = await _service.OrganisationAsync("Strangers");
        using var server = _server.Client(strangers.DefaultRequestHeaders.Authorization!.Parameter);
        Assert.Contains("different organisations", (await server.GetAsync(Caller, HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_a_doctor_is_taken_from_its_server_only()
    {
        using var server = _server.Client(null);
        using var controller = await TestMachine.EnrolAsync(_service, _server.Environment, "fe-02", "FrontEnd");
        using var other = controller.Client(null);
        var path = _server.Path + "/report";
        await _service.Admin.GetAsync(path, HttpStatusCode.NotFound);
        Assert.Equal("SLW-ENV-20004", (await _service.Admin.CallAsync(HttpMethod.Put, path, new { }, HttpStatusCode.Unauthorized)).Text("errorCode"));
        await other.CallAsync(HttpMethod.Put, path, new { }, HttpStatusCode.NotFound);
        await server.CallAsync(HttpMethod.Put, path, "text", HttpStatusCode.BadRequest);
        await server.CallAsync(HttpMethod.Put, path, new { text = new string('a', 256 << 10) }, HttpStatusCode.RequestEntityTooLarge);
        foreach (var number in new[] { 1, 2 })
            await server.CallAsync(HttpMethod.Put, path, new { number }, HttpStatusCode.OK);
        Assert.Equal("""{"number":2}""", (await _service.Admin.GetAsync(path, HttpStatusCode.OK)).GetProperty("report").GetRawText());
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

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
