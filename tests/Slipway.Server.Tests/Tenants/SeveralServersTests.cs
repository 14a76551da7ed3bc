using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Tests.Access;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Tenants;

/// <summary>Whoever has to do with several servers on one PostgreSQL cannot have more of one than another allows.</summary>
[Collection<PostgresCollection>]
public sealed class SeveralServersTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SampleApp _app = new();
    private TestService _first = null!;
    private TestService _second = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var address = postgres.Cluster.CreateDatabase();
        _first = await TestService.StartAsync(options => options with { Database = address });
        var key = _first.App.Services.GetRequiredService<ServerOptions>().DataFolder;
        _second = await TestService.StartAsync(options => options with { Database = address, VaultKeyFile = Path.Combine(key, "vault.key") });
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task Wrong_passwords_at_any_of_them_delay_the_next_login_at_all()
    {
        await _first.Admin.AccountAsync("ada@example.com", "Developer");
        var statuses = new List<HttpStatusCode>();
        // Five guesses are free. Counted by each server for itself, ten would be; and a delay doubles, so that no machine is too slow for it.
        for (var i = 0; i < 10 && !statuses.Contains(HttpStatusCode.TooManyRequests); i++)
            statuses.Add(await GuessAsync(i % 2 == 0 ? _first : _second));
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Unauthorized, 5), statuses.Take(5));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task A_stream_at_one_ends_when_its_token_is_revoked_at_the_other()
    {
        var build = (await _app.LaunchAsync(_first.Admin)).Builds[0];
        var made = await _first.Admin.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" } });
        using var program = _second.Client(made.Text("token"));
        using var stream = await program.GetAsync(build.Url + "/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
        await _first.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}", HttpStatusCode.NoContent);
        // The build waits for a worker that never comes, so nothing else ends the stream.
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancellation));
        Assert.DoesNotContain("event: end", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        await program.GetAsync("/api/v1/caller", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_at_one_ends_when_the_role_is_taken_at_the_other()
    {
        var id = await _first.Admin.AccountAsync("ada@example.com", "Administrator");
        using var ada = await _second.LogInAsync("ada@example.com");
        await ada.GetAsync("/api/v1/users", HttpStatusCode.OK);
        await _first.Admin.ChangeAsync(id, new { role = "Viewer" });
        await ada.PostAsync("/api/v1/users", new { email = "eve@example.com", name = "Eve", role = "Administrator", password = People.Password }, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Uploads_at_both_never_keep_more_than_the_quota()
    {
        await _first.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 55000", transaction: t), Cancellation);
        using var second = _second.Client(_first.AdminToken);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var content = new byte[10_000];
            content[0] = (byte)i;
            using var answer = await SampleApp.PutAsync(i % 2 == 0 ? _first.Admin : second, SampleApp.Hash(content), content);
            return answer.StatusCode;
        }));
        Assert.Equal((5, 7), (answers.Count(status => status == HttpStatusCode.Created), answers.Count(status => status == HttpStatusCode.Forbidden)));
    }

    [Fact]
    public void Only_the_first_of_them_has_an_administrator_to_announce() => Assert.Equal((false, true), (_first.AdminToken.Length == 0, _second.AdminToken.Length == 0));

    private static async Task<HttpStatusCode> GuessAsync(TestService service)
    {
        using var anybody = service.Client(null);
        using var answer = await anybody.PostAsync("/api/v1/sessions", System.Net.Http.Json.JsonContent.Create(new { email = "ada@example.com", password = "a wrong password" }), Cancellation);
        return answer.StatusCode;
    }
}
