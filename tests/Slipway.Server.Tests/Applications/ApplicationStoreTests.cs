using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Applications;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Applications;

public sealed class ApplicationStoreTests
{
    [Fact]
    public async Task Those_who_make_an_application_at_once_get_the_same_one()
    {
        await using var service = await TestService.StartAsync();
        var database = service.App.Services.GetRequiredService<Database>();
        var store = service.App.Services.GetRequiredService<ApplicationStore>();
        var cancellation = TestContext.Current.CancellationToken;
        var organisation = await database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT id FROM organisations"), cancellation);
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            database.WriteAsync((c, t) => store.EnsureAsync(c, t, organisation, "Notes"), cancellation)));
        Assert.Single(keys.Distinct());
        Assert.Equal("Notes", Assert.Single(await store.ListAsync(organisation, Paging.OfArray(null, null), cancellation)).Name);
    }
}
