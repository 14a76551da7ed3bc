using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Protocol.Gateways;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>A server of an environment that signs what it sends with a key of its own.</summary>
internal sealed class EnrolledTestMachine : IDisposable
{
    private readonly HttpClient _client;
    private readonly RequestSigner _signer;

    private EnrolledTestMachine(Uri service, string token, MachineIdentity identity)
    {
        Identity = identity;
        _signer = new RequestSigner(identity, TimeProvider.System);
        _client = new HttpClient(new Signing(_signer, service)) { BaseAddress = service };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public MachineIdentity Identity { get; }

    /// <summary>Adds a server to an environment and enrols it.</summary>
    public static async Task<EnrolledTestMachine> EnrolAsync(HttpClient admin, string environment, string name, string address, params string[] roles)
    {
        var added = await JsonAsync(await admin.PostAsJsonAsync($"/api/v1/environments/{environment}/servers", new { name, roles, address }));
        var code = await JsonAsync(await admin.PostAsJsonAsync($"/api/v1/environments/{environment}/servers/{added.GetProperty("id").GetString()}/enrolment-code", new { }));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var answer = await JsonAsync(await admin.PostAsJsonAsync(EnrolmentRequest.Path, EnrolmentRequest.Of(code.GetProperty("code").GetString()!, key)));
        var identity = new MachineIdentity(admin.BaseAddress!.AbsoluteUri, answer.GetProperty("serverId").GetGuid(), answer.GetProperty("environmentKey").GetGuid(), name, roles, DateTimeOffset.UtcNow)
        {
            PrivateKey = Convert.ToBase64String(key.ExportPkcs8PrivateKey()),
        };
        return new EnrolledTestMachine(admin.BaseAddress!, admin.DefaultRequestHeaders.Authorization!.Parameter!, identity);
    }

    /// <summary>Launches builds of a page on a channel.</summary>
    public async Task LaunchAsync(string channel, int count)
    {
        var page = "<title>Launched</title>"u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(page));
        var request = new { application = "launched", environment = Identity.EnvironmentKey, platforms = new[] { "Android" }, channel, revision = new { kind = "Folder", files = new[] { new { path = "index.html", sha256 = hash, size = page.Length } } } };
        for (var launched = 0; launched < count;)
        {
            var answer = await JsonAsync(await _client.PostAsJsonAsync("/api/v1/launches", request));
            if (answer.GetProperty("state").GetString() == "Incomplete")
                (await _client.PutAsync(new Uri($"/api/v1/blobs/{hash}", UriKind.Relative), new ByteArrayContent(page))).EnsureSuccessStatusCode();
            else
                launched++;
        }
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
            return JsonDocument.Parse(text).RootElement;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _signer.Dispose();
    }

    private sealed class Signing(RequestSigner signer, Uri service) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await signer.SignAsync(request, service, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
