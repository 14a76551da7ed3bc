using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Access;

/// <summary>Guessing passwords. Time passes by moving the times in the rows back.</summary>
public sealed class LoginThrottleTests : IAsyncLifetime
{
    private const string Email = "ada@example.com";
    private const string Wrong = "wrong horse battery";
    private const string Here = "192.0.2.1";
    private const string There = "198.51.100.7";

    // More than the delay has a use for.
    private const int Many = 20;

    private TestService _service = null!;
    private Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        // Networks of callers are what the header says, so that one machine can be several.
        _service = await TestService.StartAsync(options => options with { TrustedProxies = ["127.0.0.1"] });
        _database = _service.App.Services.GetRequiredService<Database>();
        await _service.Admin.AccountAsync(Email, "Developer");
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(Email)]
    [InlineData("nobody@example.com")]
    public async Task After_many_wrong_passwords_even_the_right_one_has_to_wait_and_the_answer_says_how_long(string email)
    {
        await SetFailuresAsync(LoginAttempt.Of(email, Here).Pair, Many);
        var (status, code, wait) = await TryAsync(email, People.Password, Here);
        Assert.Equal((HttpStatusCode.TooManyRequests, "SLW-SRV-42902", true), (status, code, wait > TimeSpan.Zero));
    }

    [Theory]
    [InlineData(Email)]
    [InlineData("nobody@example.com")]
    public async Task Each_wrong_password_counts_for_the_account_the_network_and_both_until_the_right_one_comes(string email)
    {
        var attempt = LoginAttempt.Of(email, Here);
        await TryAsync(email, Wrong, Here);
        await TryAsync(email, Wrong, Here);
        Assert.Equal((2, 2, 2), await FailuresAsync(attempt));
        await TryAsync(Email, People.Password, Here);
        Assert.Equal(email == Email ? (0, 2, 2) : (2, 2, 2), await FailuresAsync(attempt));
    }

    [Fact]
    public async Task After_the_delay_the_right_password_works_and_what_failed_before_is_forgotten()
    {
        await SetFailuresAsync(LoginAttempt.Of(Email, Here).Pair, Many);
        await PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, Here)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(Email, Wrong, Here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, Here)).Status);
    }

    [Fact]
    public async Task Who_guesses_elsewhere_does_not_lock_the_owner_out()
    {
        await SetFailuresAsync(LoginAttempt.Of(Email, Here).Pair, Many);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(Email, Wrong, Here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, There)).Status);
    }

    [Fact]
    public async Task An_attack_from_everywhere_leaves_each_network_a_try_and_the_owners_more()
    {
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, There)).Status);
        await SetFailuresAsync(LoginAttempt.Of(Email, Here).Account, 10_000);
        await SetFailuresAsync(LoginAttempt.Of(Email, Here).Pair, 10);
        await SetFailuresAsync(LoginAttempt.Of(Email, There).Pair, 4);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(Email, People.Password, Here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, "203.0.113.2")).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, There)).Status);
    }

    [Fact]
    public async Task A_network_that_tries_many_accounts_waits_but_not_who_has_logged_in_there_before()
    {
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, Here)).Status);
        await SetFailuresAsync(LoginAttempt.Of("", Here).Network, 10_000);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync("other@example.com", Wrong, Here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(Email, People.Password, Here)).Status);
    }

    [Fact]
    public async Task Many_at_once_gain_nothing()
    {
        await SetFailuresAsync(LoginAttempt.Of(Email, Here).Pair, Many);
        await PassAsync(TimeSpan.FromMinutes(6));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TryAsync(Email, Wrong, Here)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Unauthorized);
        Assert.Equal(11, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task What_was_typed_is_not_kept()
    {
        await TryAsync("My Secret Password", Wrong, Here);
        var keys = await _database.ReadAsync(connection => connection.QueryAsync<string>("SELECT key FROM login_failures"), TestContext.Current.CancellationToken);
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
    }

    private async Task<(HttpStatusCode Status, string? Code, TimeSpan? Wait)> TryAsync(string email, string password, string from)
    {
        using var anybody = _service.Client(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions") { Content = JsonContent.Create(new { email, password }) };
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await anybody.SendAsync(request, TestContext.Current.CancellationToken);
        var document = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, document.TryGetProperty("errorCode", out var code) ? code.GetString() : null, answer.Headers.RetryAfter?.Delta);
    }

    private Task<(int Pair, int Account, int Network)> FailuresAsync(LoginAttempt attempt) => _database.ReadAsync(async connection =>
    {
        var rows = (await connection.QueryAsync<(string Key, long Failures)>("SELECT key, failures FROM login_failures")).ToDictionary(row => row.Key, row => (int)row.Failures);
        return (rows.GetValueOrDefault(attempt.Pair), rows.GetValueOrDefault(attempt.Account), rows.GetValueOrDefault(attempt.Network));
    });

    private Task PassAsync(TimeSpan time) => _database.WriteAsync((connection, transaction) =>
        connection.ExecuteAsync("UPDATE login_failures SET last_at = last_at - @time", new { time = (long)time.TotalMilliseconds }, transaction));

    private Task SetFailuresAsync(string key, long failures) => _database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
        $"INSERT INTO login_failures (key, failures, last_at) VALUES (@key, @failures, {_database.Now}) ON CONFLICT (key) DO UPDATE SET failures = @failures", new { key, failures }, transaction));
}
