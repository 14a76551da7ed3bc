using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Launches;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Launches;

public sealed class IdempotentLaunchTests
{
    private readonly SampleApp _app = new();

    [Fact]
    public async Task A_launch_with_a_key_happens_once_however_often_it_is_sent()
    {
        await using var service = await TestService.StartAsync();
        await _app.LaunchAsync(service.Admin);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(service, "k1", _app.Request)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var keys = await Task.WhenAll(answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!.Builds.Single().Key));
        Assert.Single(keys.Distinct());
        Assert.Equal(2, await CountAsync(service));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task The_order_of_the_files_makes_no_other_launch()
    {
        await using var service = await TestService.StartAsync();
        await _app.LaunchAsync(service.Admin);
        using var first = await SendAsync(service, "k1", _app.Request);
        using var turned = await SendAsync(service, "k1", _app.Request with { Revision = _app.Manifest with { Files = [.. _app.Manifest.Files.Reverse()] } });
        Assert.Equal(await first.Content.ReadAsStringAsync(), await turned.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_key_of_another_launch_is_refused()
    {
        await using var service = await TestService.StartAsync();
        await _app.LaunchAsync(service.Admin);
        using var first = await SendAsync(service, "k1", _app.Request);
        using var other = await SendAsync(service, "k1", _app.Request with { Priority = 1 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("SLW-SRV-42201", (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString());
        using var free = await SendAsync(service, "k2", _app.Request with { Priority = 1 });
        Assert.Equal(HttpStatusCode.Created, free.StatusCode);
    }

    [Fact]
    public async Task A_launch_that_was_incomplete_can_be_sent_again_with_its_key()
    {
        await using var service = await TestService.StartAsync();
        using var first = await SendAsync(service, "k1", _app.Request);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await _app.LaunchAsync(service.Admin);
        using var second = await SendAsync(service, "k1", _app.Request);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    public async Task A_key_of_another_form_is_refused(string key)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await SendAsync(service, key, _app.Request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestService service, string key, LaunchRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = JsonContent.Create(request) };
        message.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await service.Admin.SendAsync(message);
    }

    private static Task<long> CountAsync(TestService service) => service.App.Services.GetRequiredService<Database>().ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM builds"));
}
