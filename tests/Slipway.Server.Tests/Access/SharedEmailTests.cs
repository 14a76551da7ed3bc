using System.Net;

namespace Slipway.Server.Tests.Access;

/// <summary>One email address in several organisations: none learns of the others.</summary>
public sealed class SharedEmailTests
{
    private const string Email = "ada@example.com";
    private const string Other = "another horse battery";

    [Fact]
    public async Task An_address_of_another_organisation_is_taken_like_any_other()
    {
        await using var service = await TestService.StartAsync();
        using var second = await service.OrganisationAsync("Second");
        await service.Admin.AccountAsync(Email, "Developer");
        await second.AccountAsync(Email, "Developer", Other);
        var taken = await second.PostAsync("/api/v1/users", new { email = Email, name = "Twin", role = "Viewer", password = Other }, HttpStatusCode.Conflict);
        Assert.Equal("SLW-SRV-40902", taken.Text("errorCode"));
    }

    [Fact]
    public async Task The_password_says_which_account_is_meant()
    {
        await using var service = await TestService.StartAsync();
        using var second = await service.OrganisationAsync("Second");
        await service.Admin.AccountAsync(Email, "Developer");
        await second.AccountAsync(Email, "Viewer", Other);
        using var first = await service.LogInAsync(Email);
        using var other = await service.LogInAsync(Email, Other);
        Assert.NotEqual((await first.GetAsync("/api/v1/organisation", HttpStatusCode.OK)).Text("organisation"), (await other.GetAsync("/api/v1/organisation", HttpStatusCode.OK)).Text("organisation"));
    }

    [Fact]
    public async Task Where_the_passwords_are_the_same_the_organisation_has_to_be_named()
    {
        await using var service = await TestService.StartAsync();
        using var second = await service.OrganisationAsync("Second");
        await service.Admin.AccountAsync(Email, "Developer");
        await second.AccountAsync(Email, "Viewer");
        Assert.Equal("SLW-SRV-40002", (await service.TryLogInAsync(Email, People.Password, HttpStatusCode.BadRequest)).Text("errorCode"));
        using var person = await service.LogInAsync(Email, organisation: "Second");
        Assert.Equal("Second", (await person.GetAsync("/api/v1/organisation", HttpStatusCode.OK)).Text("name"));
        await service.TryLogInAsync(Email, People.Password, HttpStatusCode.Unauthorized, "Third");
    }

    [Fact]
    public async Task A_disabled_account_and_one_of_another_organisation_are_refused_like_one_that_is_not_there()
    {
        await using var service = await TestService.StartAsync();
        using var second = await service.OrganisationAsync("Second");
        await service.Admin.ChangeAsync(await service.Admin.AccountAsync(Email, "Developer"), new { disabled = true });
        await second.AccountAsync("bob@example.com", "Developer");
        var refusals = new[]
        {
            await service.TryLogInAsync(Email, People.Password, HttpStatusCode.Unauthorized),
            await service.TryLogInAsync("bob@example.com", People.Password, HttpStatusCode.Unauthorized, "Default"),
            await service.TryLogInAsync("nobody@example.com", People.Password, HttpStatusCode.Unauthorized),
        };
        Assert.Single(refusals.Select(refusal => $"{refusal.Text("errorCode")} {refusal.Text("detail")} {refusal.GetProperty("problems")}").Distinct());
    }
}
