using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests.Access;

public sealed class AccountTests
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_logs_in_does_what_the_role_allows_and_logs_out()
    {
        await using var service = await TestService.StartAsync();
        await CreateAsync(service, "Dev@Example.com", "Viewer");
        using var person = service.Client(await LogInAsync(service, "dev@example.COM", Password));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/api/v1/applications", Cancellation)).StatusCode);
        await RefusedAsync(await person.PostAsJsonAsync("/api/v1/applications", new { name = "Notes" }, Cancellation), HttpStatusCode.Forbidden, "SLW-SRV-20002");
        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync("/api/v1/sessions/current", Cancellation)).StatusCode);
        await RefusedAsync(await person.GetAsync("/api/v1/applications", Cancellation), HttpStatusCode.Unauthorized, "SLW-SRV-20001");
    }

    [Theory]
    [InlineData("dev@example.com", "wrong horse battery")]
    [InlineData("nobody@example.com", Password)]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_alike(string email, string password)
    {
        await using var service = await TestService.StartAsync();
        await CreateAsync(service, "dev@example.com", "Developer");
        await RefusedAsync(await service.Client(null).PostAsJsonAsync("/api/v1/sessions", new { email, password }, Cancellation), HttpStatusCode.Unauthorized, "SLW-SRV-20003");
    }

    [Fact]
    public async Task A_changed_role_and_a_disabled_account_end_what_was_given_out_before()
    {
        await using var service = await TestService.StartAsync();
        var id = await CreateAsync(service, "dev@example.com", "Developer");
        using var before = service.Client(await LogInAsync(service, "dev@example.com", Password));
        Assert.Equal(HttpStatusCode.NoContent, (await service.Admin.PatchAsJsonAsync($"/api/v1/users/{id}", new { role = "Viewer" }, Cancellation)).StatusCode);
        await RefusedAsync(await before.GetAsync("/api/v1/applications", Cancellation), HttpStatusCode.Unauthorized, "SLW-SRV-20001");
        await service.Admin.PatchAsJsonAsync($"/api/v1/users/{id}", new { disabled = true }, Cancellation);
        await RefusedAsync(
            await service.Client(null).PostAsJsonAsync("/api/v1/sessions", new { email = "dev@example.com", password = Password }, Cancellation), HttpStatusCode.Unauthorized, "SLW-SRV-20003");
    }

    [Theory]
    [InlineData("no address", "Viewer", Password)]
    [InlineData("a@b@c", "Viewer", Password)]
    [InlineData("dev@example.com", "Owner", Password)]
    [InlineData("dev@example.com", "1", Password)]
    [InlineData("dev@example.com", "Viewer", "short")]
    public async Task An_account_that_makes_no_sense_is_refused(string email, string role, string password)
    {
        await using var service = await TestService.StartAsync();
        await RefusedAsync(await service.Admin.PostAsJsonAsync("/api/v1/users", new { email, name = "Dev", role, password }, Cancellation), HttpStatusCode.BadRequest, "SLW-SRV-40002");
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_and_no_password_is()
    {
        await using var service = await TestService.StartAsync();
        var id = await CreateAsync(service, "dev@example.com", "Developer");
        await LogInAsync(service, "dev@example.com", Password);
        var trail = await service.Admin.GetStringAsync("/api/v1/audit", Cancellation);
        var entries = JsonElement.Parse(trail).GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["session.create", "user.create"], entries.Select(e => e.GetProperty("action").GetString()));
        Assert.Equal("user:" + id, entries[0].GetProperty("actor").GetString());
        Assert.DoesNotContain(Password, trail, StringComparison.Ordinal);
    }

    private static async Task<string> CreateAsync(TestService service, string email, string role)
    {
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/users", new { email, name = "Dev", role, password = Password }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;
    }

    private static async Task<string> LogInAsync(TestService service, string email, string password)
    {
        using var answer = await service.Client(null).PostAsJsonAsync("/api/v1/sessions", new { email, password }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("token").GetString()!;
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errorCode").GetString());
        answer.Dispose();
    }
}
