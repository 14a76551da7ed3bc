using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Access;

/// <summary>Requests that last longer than the right to make them.</summary>
public sealed class OpenRequestTests
{
    private readonly SampleApp _app = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_ends_when_its_token_is_revoked_and_others_go_on()
    {
        await using var service = await TestService.StartAsync();
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var made = await service.Admin.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" } });
        using var program = service.Client(made.Text("token"));
        using var stream = await OpenAsync(program, build.Url + "/events");
        using var other = await OpenAsync(service.Admin, build.Url + "/events");
        await service.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}", HttpStatusCode.NoContent);
        await EndAsync(stream);
        await service.Admin.PostAsync($"{build.Url}/cancel", new { }, HttpStatusCode.OK);
        Assert.Contains("event: end", await new StreamReader(await other.Content.ReadAsStreamAsync(Cancellation)).ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_ends_when_the_person_is_disabled()
    {
        await using var service = await TestService.StartAsync();
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var id = await service.Admin.AccountAsync("ada@example.com", "Administrator");
        using var ada = await service.LogInAsync("ada@example.com");
        using var program = await service.TokenAsync(ada, "builds.read");
        using var session = await OpenAsync(ada, build.Url + "/events");
        using var stream = await OpenAsync(program, build.Url + "/events");
        await service.Admin.ChangeAsync(id, new { disabled = true });
        await EndAsync(session);
        await EndAsync(stream);
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_has_expired()
    {
        await using var service = await TestService.StartAsync();
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var made = await service.Admin.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" }, expiresInDays = 1 });
        using var program = service.Client(made.Text("token"));
        using var stream = await OpenAsync(program, build.Url + "/events");
        var database = service.App.Services.GetRequiredService<Database>();
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE tokens SET expires_at = 1 WHERE id = @id", new { id = made.Text("id") }, transaction), Cancellation);
        // Nobody signals that time passes; this is only sooner than the next look.
        database.Signals.Publish(TokenStore.Topic);
        await EndAsync(stream);
    }

    [Fact]
    public async Task A_worker_that_waits_for_a_build_is_refused_when_its_token_is_revoked()
    {
        await using var service = await TestService.StartAsync();
        var made = await service.Admin.PostAsync("/api/v1/tokens", new { name = "W", scopes = new[] { "worker" } });
        using var worker = service.Client(made.Text("token"));
        var id = (await worker.PostAsync("/api/v1/workers", new { name = "w", platforms = new[] { "Android" }, builderVersions = new[] { "1.0" }, slots = 1 })).Text("workerId");
        var claim = worker.PostAsync($"/api/v1/workers/{id}/claim", new { waitSeconds = 25 }, HttpStatusCode.Unauthorized);
        await service.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}", HttpStatusCode.NoContent);
        Assert.Equal("SLW-SRV-20001", (await claim).Text("errorCode"));
    }

    [Fact]
    public async Task An_upload_is_refused_when_its_token_is_revoked_on_the_way()
    {
        await using var service = await TestService.StartAsync();
        var made = await service.Admin.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.launch" } });
        using var connection = new TcpClient();
        await connection.ConnectAsync(service.Address.Host, service.Address.Port, Cancellation);
        await using var stream = connection.GetStream();
        var head = $"PUT /api/v1/blobs/{SampleApp.Hash("abcd"u8.ToArray())} HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {made.Text("token")}\r\nContent-Type: application/octet-stream\r\nContent-Length: 4\r\n\r\nab";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        await service.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}", HttpStatusCode.NoContent);
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 401 ", await reader.ReadLineAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    // The build waits for a worker that never comes, so nothing else ends the stream.
    private static async Task EndAsync(HttpResponseMessage stream)
    {
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancellation));
        Assert.DoesNotContain("event: end", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }
}
