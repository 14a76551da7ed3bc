using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Retention;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Access;

/// <summary>What retention forgets of access. Time passes by moving the times in the rows back.</summary>
public sealed class AccessHistoryTests
{
    private const long Day = 86_400_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_that_ended_long_ago_go_and_others_stay()
    {
        await using var service = await TestService.StartAsync();
        var database = service.App.Services.GetRequiredService<Database>();
        await service.Admin.PostAsync("/api/v1/tokens", new { name = "Endless", scopes = new[] { "builds.read" } });
        foreach (var (name, days) in new[] { ("Long over", 31), ("Just over", 29) })
        {
            var id = (await service.Admin.PostAsync("/api/v1/tokens", new { name, scopes = new[] { "builds.read" }, expiresInDays = 1 })).Text("id");
            await AgeAsync(database, "tokens", "expires_at", (days + 1) * Day, id);
        }

        var revoked = (await service.Admin.PostAsync("/api/v1/tokens", new { name = "Long revoked", scopes = new[] { "builds.read" } })).Text("id");
        await service.Admin.DeleteAsync($"/api/v1/tokens/{revoked}", HttpStatusCode.NoContent);
        await AgeAsync(database, "tokens", "revoked_at", 31 * Day, revoked);
        await RunAsync(service);
        var left = (await service.Admin.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).EnumerateArray().Select(token => token.Text("name"));
        Assert.Equal(["Endless", "First administrator", "Just over"], left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_audit_trail_is_kept_as_long_as_the_server_is_told()
    {
        await using var service = await TestService.StartAsync(options => options with { AuditDays = 10 });
        var database = service.App.Services.GetRequiredService<Database>();
        await service.Admin.PostAsync("/api/v1/tokens", new { name = "Old", scopes = new[] { "builds.read" } });
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE audit SET at = at - @age", new { age = 9 * Day }, t), Cancellation);
        await RunAsync(service);
        Assert.Equal(1, await CountAsync(service));
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE audit SET at = at - @age", new { age = 2 * Day }, t), Cancellation);
        await RunAsync(service);
        Assert.Equal(0, await CountAsync(service));
    }

    private static async Task<int> CountAsync(TestService service) => (await service.Admin.GetAsync("/api/v1/audit", HttpStatusCode.OK)).GetProperty("total").GetInt32();

    private static Task RunAsync(TestService service) => service.App.Services.GetRequiredService<RetentionRun>().RunAsync(Cancellation);

    private static Task AgeAsync(Database database, string table, string column, long age, string id) =>
        database.WriteAsync((c, t) => c.ExecuteAsync($"UPDATE {table} SET {column} = {column} - @age WHERE id = @id", new { age, id }, t), Cancellation);
}
