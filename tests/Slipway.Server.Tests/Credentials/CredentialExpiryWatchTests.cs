using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Credentials;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Credentials;

public sealed class CredentialExpiryWatchTests
{
    [Fact]
    public async Task A_credential_that_ends_within_30_days_is_told_of_once()
    {
        await using var bench = await SigningBench.StartAsync();
        var soon = await bench.Service.AddAsync(CredentialCalls.Keystore("soon", KeytoolKeystore.Make("password", days: 20), "password"));
        await bench.Service.AddAsync(CredentialCalls.Keystore("later", KeytoolKeystore.Make("password", days: 40), "password"));
        await SubscribeAsync(bench);
        var looks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Watch(bench).LookAsync(TestContext.Current.CancellationToken))));
        Assert.Equal(1, looks.Sum());
        var (subject, actor) = await bench.Database.ReadAsync(c => c.QuerySingleAsync<(string, string)>("SELECT subject, actor FROM audit WHERE action = 'credential.expiring'"));
        Assert.Equal((soon.Id.ToString(), "service"), (subject, actor));
        var payload = JsonDocument.Parse(await bench.Database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT payload FROM webhook_deliveries WHERE event = 'credential.expiring'"))).RootElement;
        Assert.Equal(("soon", soon.ExpiresAt), (payload.GetProperty("name").GetString(), payload.GetProperty("expiresAt").GetDateTimeOffset()));
        Assert.Equal(0, await Watch(bench).LookAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task New_content_is_told_of_again_when_it_ends_soon()
    {
        await using var bench = await SigningBench.StartAsync();
        var credential = CredentialCalls.Keystore("soon", KeytoolKeystore.Make("password", days: 20), "password");
        var added = await bench.Service.AddAsync(credential);
        Assert.Equal(1, await Watch(bench).LookAsync(TestContext.Current.CancellationToken));
        await bench.Service.ReplaceAsync(added.Id, credential with { Content = KeytoolKeystore.Make("password", days: 40) });
        Assert.Equal(0, await Watch(bench).LookAsync(TestContext.Current.CancellationToken));
        await bench.Service.ReplaceAsync(added.Id, credential);
        Assert.Equal(1, await Watch(bench).LookAsync(TestContext.Current.CancellationToken));
    }

    private static CredentialExpiryWatch Watch(SigningBench bench) => bench.Service.App.Services.GetRequiredService<CredentialExpiryWatch>();

    private static Task SubscribeAsync(SigningBench bench) => bench.Database.WriteAsync(async (c, t) =>
    {
        var secret = await bench.Service.App.Services.GetRequiredService<SecretVault>().SealAsync(c, t, bench.Organisation, SecretKind.WebhookKey, new byte[32]);
        await c.ExecuteAsync(
            "INSERT INTO webhooks (id, organisation_id, url, events, secret, created_at) VALUES ('one', @Organisation, 'https://hook.invalid/', 'credential.expiring', @secret, 1)",
            new { bench.Organisation, secret },
            t);
    });
}
