using System.Net;
using System.Net.Http.Json;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Access;
using Slipway.Protocol.Credentials;
using Slipway.Server.Access;

namespace Slipway.Server.Tests.Credentials;

public sealed class CredentialEndpointTests
{
    private static readonly Lazy<byte[]> Keystore = new(() => KeytoolKeystore.Make("first-secret"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_token_with_the_scope_for_it_exports_and_that_leaves_a_row()
    {
        await using var bench = await SigningBench.StartAsync();
        var added = await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "first-secret"));
        var address = $"/api/v1/credentials/{added.Id}/export";
        using var refused = await bench.Service.Admin.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await ActionsAsync(bench, "credential.export"));
        using var exporter = await TokenAsync(bench, bench.Organisation, Scope.CredentialsExport);
        using var answer = await exporter.GetAsync(address, Cancellation);
        var exported = (await answer.Content.ReadFromJsonAsync<ExportedCredential>(Cancellation))!;
        Assert.Equal(Keystore.Value, exported.Content);
        Assert.Equal(("release", "first-secret", KeytoolKeystore.Alias), (exported.Name, exported.Password, exported.Alias));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal([added.Id.ToString()], await ActionsAsync(bench, "credential.export"));
        using var others = await exporter.GetAsync($"/api/v1/credentials/{added.Id}", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);
    }

    [Fact]
    public async Task Content_is_replaced_as_a_whole_and_its_old_secrets_are_gone()
    {
        await using var bench = await SigningBench.StartAsync();
        var first = CredentialCalls.Keystore("release", Keystore.Value, "first-secret");
        var added = await bench.Service.AddAsync(first);
        var secrets = await SecretsAsync(bench);
        using var refused = await bench.Service.Admin.PutAsJsonAsync($"/api/v1/credentials/{added.Id}/content", new { content = Keystore.Value, password = "wrong" }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(secrets, await SecretsAsync(bench));
        var replaced = await bench.Service.ReplaceAsync(added.Id, first with { Content = KeytoolKeystore.Make("second-secret"), Password = "second-secret" });
        Assert.NotEqual(added.Fingerprint, replaced.Fingerprint);
        Assert.Equal(added.Id, replaced.Id);
        Assert.Equal(2, (await SecretsAsync(bench)).Except(secrets).Count());
        Assert.Equal(2, (await SecretsAsync(bench)).Count);
        Assert.Single(await ActionsAsync(bench, "credential.replace"));
    }

    [Fact]
    public async Task A_credential_that_is_removed_leaves_no_secret()
    {
        await using var bench = await SigningBench.StartAsync();
        var added = await bench.Service.AddAsync(CredentialCalls.Keystore("release", Keystore.Value, "first-secret"));
        using var answer = await bench.Service.Admin.DeleteAsync($"/api/v1/credentials/{added.Id}", Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await SecretsAsync(bench));
        using var again = await bench.Service.Admin.DeleteAsync($"/api/v1/credentials/{added.Id}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Single(await ActionsAsync(bench, "credential.remove"));
    }

    [Fact]
    public async Task Names_are_unique_in_an_organisation_and_other_organisations_see_nothing()
    {
        await using var bench = await SigningBench.StartAsync();
        var credential = CredentialCalls.Keystore("release", Keystore.Value, "first-secret");
        var added = await bench.Service.AddAsync(credential);
        using var twice = await bench.Service.Admin.PostAsJsonAsync("/api/v1/credentials", credential, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Equal(2, (await SecretsAsync(bench)).Count);
        using var stranger = await StrangerAsync(bench);
        Assert.Empty(await stranger.GetFromJsonListAsync("/api/v1/credentials"));
        using var read = await stranger.GetAsync($"/api/v1/credentials/{added.Id}", Cancellation);
        using var export = await stranger.GetAsync($"/api/v1/credentials/{added.Id}/export", Cancellation);
        using var replace = await stranger.PutAsJsonAsync($"/api/v1/credentials/{added.Id}/content", new { content = Keystore.Value, password = "first-secret" }, Cancellation);
        using var remove = await stranger.DeleteAsync($"/api/v1/credentials/{added.Id}", Cancellation);
        Assert.All([read, export, replace, remove], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        using var own = await stranger.PostAsJsonAsync("/api/v1/credentials", credential, Cancellation);
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
    }

    [Fact]
    public async Task The_debug_key_can_be_one_that_people_share_already()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.ResolveAsync(Protocol.Builds.MobilePlatform.Android, null);
        var debug = Assert.Single(await bench.Service.Admin.GetFromJsonListAsync("/api/v1/credentials"));
        var replaced = await bench.Service.ReplaceAsync(debug.Id, CredentialCalls.Keystore("", Keystore.Value, "first-secret"));
        Assert.Equal((CredentialKind.DebugKeystore, KeytoolKeystore.Alias), (replaced.Kind, replaced.Alias));
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_json_is_refused_without_repeating_it()
    {
        await using var service = await TestService.StartAsync();
        using var large = new StringContent(new string(' ', (3 << 20) + 1), Encoding.UTF8, "application/json");
        using var tooLarge = await service.Admin.PostAsync("/api/v1/credentials", large, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        using var broken = new StringContent("{\"name\":\"n\",\"kind\":\"Keystore\",\"content\":\"!!!\",\"password\":\"canary-of-the-body\"", Encoding.UTF8, "application/json");
        using var refused = await service.Admin.PostAsync("/api/v1/credentials", broken, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("canary", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var holes = new StringContent("{\"name\":\"n\",\"kind\":\"Certificate\",\"content\":\"AAAA\",\"chain\":[null]}", Encoding.UTF8, "application/json");
        using var refusedHoles = await service.Admin.PostAsync("/api/v1/credentials", holes, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refusedHoles.StatusCode);
    }

    private static async Task<HttpClient> TokenAsync(SigningBench bench, string organisation, params string[] scopes) => bench.Service.Client(await bench.Database.WriteAsync(async (c, t) =>
        (await new TokenStore(bench.Database).CreateAsync(c, t, new NewToken(organisation, null, "test", scopes, null))).Text));

    private static async Task<HttpClient> StrangerAsync(SigningBench bench)
    {
        var organisation = await bench.Database.WriteAsync((c, t) => bench.Service.App.Services.GetRequiredService<OrganisationStore>().CreateAsync(c, t, "Others", new OrganisationLimits()));
        return await TokenAsync(bench, organisation, [.. Scope.OfOrganisations]);
    }

    private static async Task<IReadOnlyList<string>> SecretsAsync(SigningBench bench) =>
        (await bench.Database.ReadAsync(c => c.QueryAsync<string>("SELECT id FROM secrets ORDER BY id"))).AsList();

    private static async Task<IReadOnlyList<string>> ActionsAsync(SigningBench bench, string action) =>
        (await bench.Database.ReadAsync(c => c.QueryAsync<string>("SELECT subject FROM audit WHERE action = @action", new { action }))).AsList();
}
