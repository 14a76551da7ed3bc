using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests.Access;

public sealed class AuthenticationTests
{
    [Fact]
    public async Task A_token_tells_who_calls()
    {
        await using var service = await TestService.StartAsync();
        var caller = await service.Admin.GetFromJsonAsync<JsonElement>("/api/v1/caller", TestContext.Current.CancellationToken);
        Assert.Contains("organisation.admin", caller.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
        Assert.DoesNotContain("credentials.export", caller.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task Without_a_token_or_with_a_changed_one_there_is_a_coded_401()
    {
        await using var service = await TestService.StartAsync();
        var changed = service.AdminToken[..^1] + (service.AdminToken[^1] == 'A' ? 'B' : 'A');
        foreach (var token in new[] { null, "nonsense", changed })
        {
            using var client = service.Client(token);
            using var answer = await client.GetAsync("/api/v1/caller", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal("SLW-SRV-20001", problem.GetProperty("errorCode").GetString());
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_a_coded_404()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Admin.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("SLW-SRV-40401", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errorCode").GetString());
    }
}
