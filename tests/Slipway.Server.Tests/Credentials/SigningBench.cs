using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Applications;
using Slipway.Server.Credentials;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Credentials;

/// <summary>A service with an application, and what signs its builds.</summary>
internal sealed class SigningBench : IAsyncDisposable
{
    private SigningBench(TestService service) => Service = service;

    public TestService Service { get; }

    public Database Database => Service.App.Services.GetRequiredService<Database>();

    public string Organisation { get; private set; } = "";

    public string Environment { get; private set; } = "";

    public string Application { get; private set; } = "";

    public static async Task<SigningBench> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var bench = new SigningBench(await TestService.StartAsync(change));
        (bench.Organisation, bench.Environment) = await bench.Database.ReadAsync(c => c.QuerySingleAsync<(string, string)>("SELECT organisation_id, key FROM environments"));
        bench.Application = await bench.Database.WriteAsync((c, t) => new ApplicationStore(bench.Database).EnsureAsync(c, t, bench.Organisation, "Notes"));
        return bench;
    }

    public BuildToSign Demand(MobilePlatform platform, MobileBuildType? type, string? id = null, LaunchCredentials? named = null) =>
        new(Organisation, Environment, Application, platform, type, id, named ?? new LaunchCredentials());

    public Task<SelectedCredentials> ResolveAsync(MobilePlatform platform, MobileBuildType? type, string? id = null, LaunchCredentials? named = null) =>
        Database.WriteAsync((c, t) => Service.App.Services.GetRequiredService<CredentialSelection>().ResolveAsync(c, t, Demand(platform, type, id, named)), TestContext.Current.CancellationToken);

    /// <summary>The codes of all that keeps a build from being signed.</summary>
    public async Task<string> RefuseAsync(MobilePlatform platform, MobileBuildType? type, string? id = null, LaunchCredentials? named = null)
    {
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => ResolveAsync(platform, type, id, named));
        return string.Join(',', refusal.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code).Order(StringComparer.Ordinal));
    }

    /// <summary>Sets what the configuration of the application has: values as they are, secrets through the vault.</summary>
    public Task ConfigureAsync(MobilePlatform platform, params (string Field, byte[] Secret)[] fields) => ConfigureAsync(platform, null, fields);

    /// <inheritdoc cref="ConfigureAsync(MobilePlatform, ValueTuple{string, byte[]}[])"/>
    public Task ConfigureAsync(MobilePlatform platform, MobileBuildType? type, params (string Field, byte[] Secret)[] fields) => Database.WriteAsync(async (c, t) =>
    {
        var vault = Service.App.Services.GetRequiredService<SecretVault>();
        var settings = new Dictionary<string, object>(StringComparer.Ordinal);
        if (type is not null)
            settings["buildType"] = new { value = type.ToString(), updatedAt = 1 };
        foreach (var (field, secret) in fields)
            settings[field] = new { secret = await vault.SealAsync(c, t, Organisation, SecretKind.Setting, secret), updatedAt = 1 };
        await c.ExecuteAsync(
            "INSERT INTO configurations (environment_key, application_key, platform, organisation_id, settings, created_at, updated_at) VALUES (@Environment, @Application, @platform, @Organisation, @settings, 1, 1)",
            new { Environment, Application, platform = platform == MobilePlatform.Android ? "Android" : "iOS", Organisation, settings = System.Text.Json.JsonSerializer.Serialize(settings) },
            t);
    });

    /// <summary>Lets time pass for a credential.</summary>
    public Task ExpireAsync(CredentialDescription credential) => Database.WriteAsync(
        (c, t) => c.ExecuteAsync($"UPDATE credentials SET expires_at = {Database.Now} - 1000 WHERE id = @id", new { id = credential.Id.ToString() }, t));

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
