using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Protocol.Gateways;

namespace Slipway.Server.Tests.Proofs;

/// <summary>A server of an environment, with a key of its own, which signs what it sends.</summary>
internal sealed class TestMachine : IDisposable
{
    private readonly TestService _service;

    private TestMachine(TestService service, string environment, string id, MachineIdentity identity)
    {
        _service = service;
        Environment = environment;
        Id = id;
        Identity = identity;
        Signer = new RequestSigner(identity, TimeProvider.System);
    }

    public string Environment { get; }

    public string Id { get; }

    public MachineIdentity Identity { get; }

    public RequestSigner Signer { get; }

    public string Path => $"/api/v1/environments/{Environment}/servers/{Id}";

    /// <summary>Adds a server to an environment and enrols it.</summary>
    public static async Task<TestMachine> EnrolAsync(TestService service, string environment, string name, params string[] roles)
    {
        var id = (await service.Admin.PostAsync($"/api/v1/environments/{environment}/servers", new { name, roles, address = $"{name}.example.com" })).Text("id");
        return await EnrolAsync(service, environment, id);
    }

    /// <summary>Enrols a server that is there.</summary>
    public static async Task<TestMachine> EnrolAsync(TestService service, string environment, string id)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var answer = await EnrolAsync(service, EnrolmentRequest.Of(await CodeAsync(service, environment, id), key), HttpStatusCode.OK);
        var identity = new MachineIdentity(
            service.Address.AbsoluteUri, Guid.Parse(answer.Text("serverId")), Guid.Parse(answer.Text("environmentKey")), answer.Text("name"), [.. answer.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!)], DateTimeOffset.UtcNow)
        {
            PrivateKey = Convert.ToBase64String(key.ExportPkcs8PrivateKey()),
        };
        return new TestMachine(service, environment, id, identity);
    }

    /// <summary>A code for a server.</summary>
    public static async Task<string> CodeAsync(TestService service, string environment, string id) =>
        (await service.Admin.PostAsync($"/api/v1/environments/{environment}/servers/{id}/enrolment-code", new { }, HttpStatusCode.OK)).Text("code");

    /// <summary>Sends an enrolment as anybody can.</summary>
    public static async Task<JsonElement> EnrolAsync(TestService service, EnrolmentRequest request, HttpStatusCode expected)
    {
        using var anybody = service.Client(null);
        return await anybody.PostAsync(EnrolmentRequest.Path, request, expected);
    }

    /// <summary>Calls of this server with a token, signed.</summary>
    /// <param name="token">The token; null for none.</param>
    /// <param name="signer">Signs instead.</param>
    /// <param name="headers">More headers.</param>
    public HttpClient Client(string? token, RequestSigner? signer = null, params (string Name, string Value)[] headers)
    {
        var client = new HttpClient(new SigningHandler(signer ?? Signer, _service.Address)) { BaseAddress = _service.Address };
        if (token is not null)
            client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return client;
    }

    public void Dispose() => Signer.Dispose();

    private sealed class SigningHandler(RequestSigner signer, Uri server) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await signer.SignAsync(request, server, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
