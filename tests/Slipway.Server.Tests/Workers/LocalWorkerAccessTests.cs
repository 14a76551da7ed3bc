using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Workers;

/// <summary>Tokens of the worker that a server starts itself.</summary>
public sealed class LocalWorkerAccessTests
{
    private static readonly object Registration = new { name = "w", platforms = new[] { "Android" }, builderVersions = new[] { "1.0" }, slots = 1 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_ends_with_the_worker_and_both_are_in_the_services_own_trail()
    {
        await using var service = await TestService.StartAsync();
        var access = await OpenAsync(service, TimeProvider.System);
        using var worker = service.Client(access.Token);
        await worker.PostAsync("/api/v1/workers", Registration);
        await access.DisposeAsync();
        await worker.PostAsync("/api/v1/workers", Registration, HttpStatusCode.Unauthorized);
        var trail = (await service.Admin.GetAsync("/api/v1/audit?ofService=true", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().Select(entry => $"{entry.Text("actor")} {entry.Text("action")}");
        Assert.Equal(["service token.revoke", "service token.create"], trail);
        using var other = await service.OrganisationAsync("Other");
        await other.GetAsync("/api/v1/audit?ofService=true", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_server_that_is_killed_leaves_a_token_for_two_hours_and_one_that_runs_makes_it_longer()
    {
        await using var service = await TestService.StartAsync();
        var database = service.App.Services.GetRequiredService<Database>();
        await using var access = await OpenAsync(service, TimeProvider.System);
        const string Left = "SELECT expires_at - created_at FROM tokens WHERE organisation_id IS NULL";
        Assert.Equal(TimeSpan.FromHours(2).TotalMilliseconds, await database.ReadAsync(c => c.ExecuteScalarAsync<long>(Left), Cancellation));
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE tokens SET expires_at = 1 WHERE organisation_id IS NULL", transaction: t), Cancellation);
        var id = await database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT id FROM tokens WHERE organisation_id IS NULL"), Cancellation);
        await service.App.Services.GetRequiredService<LocalWorkerTokens>().ExtendAsync(id, Cancellation);
        using var worker = service.Client(access.Token);
        await worker.PostAsync("/api/v1/workers", Registration);
    }

    private static Task<LocalWorkerAccess> OpenAsync(TestService service, TimeProvider time) =>
        LocalWorkerAccess.OpenAsync(service.App.Services.GetRequiredService<LocalWorkerTokens>(), "machine", time, Cancellation);
}
