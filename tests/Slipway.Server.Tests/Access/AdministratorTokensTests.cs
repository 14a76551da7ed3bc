using System.Net;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Access;

/// <summary>The first administrator's token, and the way back for who lost it.</summary>
public sealed class AdministratorTokensTests
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_tokens_of_a_service_and_of_an_organisation_end_after_thirty_days()
    {
        await using var service = await TestService.StartAsync();
        using var second = await service.OrganisationAsync("Second");
        foreach (var administrator in new[] { service.Admin, second })
        {
            var token = Assert.Single((await administrator.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).EnumerateArray());
            var life = token.GetProperty("expiresAt").GetDateTimeOffset() - token.GetProperty("createdAt").GetDateTimeOffset();
            Assert.Equal(AdministratorTokens.FirstLifetime.TotalDays, life.TotalDays, 0.01);
        }
    }

    [Fact]
    public async Task On_the_machine_of_the_service_there_is_always_a_new_one_also_while_it_runs()
    {
        ServerOptions? used = null;
        await using var service = await TestService.StartAsync(options => used = options);
        using var owner = service.Client(await AdministratorTokens.CreateAsync(used!, null, Life, Cancellation));
        await owner.PostAsync("/api/v1/organisations", new { name = "Second" });
        Assert.Contains("slipway admin token", (await owner.GetAsync("/api/v1/audit", HttpStatusCode.OK)).ToString(), StringComparison.Ordinal);
        using var second = service.Client(await AdministratorTokens.CreateAsync(used!, "Second", Life, Cancellation));
        await second.GetAsync("/api/v1/users", HttpStatusCode.OK);
        await second.GetAsync("/api/v1/organisations", HttpStatusCode.Forbidden);
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => AdministratorTokens.CreateAsync(used!, "Third", Life, Cancellation));
        Assert.Equal("SLW-SRV-40401", refusal.Problems[0].Code);
    }

    [Fact]
    public async Task A_folder_that_no_service_has_is_refused_and_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => AdministratorTokens.CreateAsync(new ServerOptions(folder.Path), null, Life, Cancellation));
        Assert.Equal("SLW-HST-50003", refusal.Problems[0].Code);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
