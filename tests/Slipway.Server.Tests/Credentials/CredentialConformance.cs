using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Server.Credentials;

namespace Slipway.Server.Tests.Credentials;

/// <summary>Tests that each kind of database has to pass.</summary>
public abstract class CredentialConformance
{
    private static readonly Lazy<byte[]> Keystore = new(() => KeytoolKeystore.Make("password", days: 20));

    [Fact]
    public async Task A_credential_is_added_listed_replaced_told_of_and_removed()
    {
        await using var bench = await StartAsync();
        var credential = CredentialCalls.Keystore("release", Keystore.Value, "password") with { Environment = "Development", Application = "Notes" };
        var added = await bench.Service.AddAsync(credential);
        Assert.Equal((Guid.Parse(bench.Environment), Guid.Parse(bench.Application)), (added.EnvironmentKey, added.ApplicationKey));
        var listed = Assert.Single(await bench.Service.Admin.GetFromJsonListAsync("/api/v1/credentials"));
        Assert.Equal((added.Fingerprint, added.ExpiresAt, "SLW-SIG-40106"), (listed.Fingerprint, listed.ExpiresAt, listed.Codes()));
        using var twice = await bench.Service.Admin.PostAsJsonAsync("/api/v1/credentials", credential, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        var watch = bench.Service.App.Services.GetRequiredService<CredentialExpiryWatch>();
        await watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await bench.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM audit WHERE action = 'credential.expiring'")));
        await bench.Service.ReplaceAsync(added.Id, credential);
        Assert.Equal(1, await watch.LookAsync(TestContext.Current.CancellationToken));
        using var removed = await bench.Service.Admin.DeleteAsync($"/api/v1/credentials/{added.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(0, await bench.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM secrets")));
    }

    [Fact]
    public async Task Servers_that_replace_a_credential_at_once_leave_the_secrets_of_one()
    {
        await using var bench = await StartAsync();
        var credential = CredentialCalls.Keystore("release", Keystore.Value, "password");
        var added = await bench.Service.AddAsync(credential);
        var body = new { credential.Content, credential.Password };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.Service.Admin.PutAsJsonAsync($"/api/v1/credentials/{added.Id}/content", body, TestContext.Current.CancellationToken)));
        Assert.Contains(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.BadRequest));
        Assert.Equal(2, await bench.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM secrets")));
    }

    [Fact]
    public async Task Builds_that_need_the_debug_key_at_once_get_one()
    {
        await using var bench = await StartAsync();
        var selected = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => bench.ResolveAsync(MobilePlatform.Android, null))));
        Assert.Single(selected.Select(s => s.References.Keystore).Distinct());
        Assert.Equal(CredentialKind.DebugKeystore, Assert.Single(await bench.Service.Admin.GetFromJsonListAsync("/api/v1/credentials")).Kind);
        Assert.Equal(2, await bench.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM secrets")));
    }

    private protected abstract string? Address();

    private Task<SigningBench> StartAsync()
    {
        var address = Address();
        return SigningBench.StartAsync(options => options with { Database = address });
    }
}
