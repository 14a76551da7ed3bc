using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Credentials;
using Slipway.Server.Tests.Credentials;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

/// <summary>A service that is stopped and started with other keys.</summary>
public sealed class RotationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string KeyFile => _folder["vault.key"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rotated_key_opens_what_is_old_and_wraps_it_anew_so_that_the_old_line_can_go()
    {
        var keystore = KeytoolKeystore.Make("password");
        await using (var bench = await StartAsync())
            await bench.Service.AddAsync(CredentialCalls.Keystore("release", keystore, "password"));
        var old = await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(KeyFile, KeyLines.Of("new", 9) + "\n" + old, TestContext.Current.CancellationToken);
        await using (var bench = await StartAsync())
        {
            Assert.Equal(keystore, await ReadAsync(bench));
            await bench.Service.App.Services.GetRequiredService<Rewrapping>().RunAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["new"], await bench.Database.ReadAsync(c => c.QueryAsync<string>("SELECT DISTINCT key_id FROM secrets")));
        }

        await File.WriteAllTextAsync(KeyFile, KeyLines.Of("new", 9), TestContext.Current.CancellationToken);
        await using (var bench = await StartAsync())
            Assert.Equal(keystore, await ReadAsync(bench));
    }

    [Fact]
    public async Task Without_its_key_the_service_does_not_start_and_says_which_is_missing()
    {
        await using (var bench = await StartAsync())
            await bench.Service.AddAsync(CredentialCalls.Keystore("release", KeytoolKeystore.Make("password"), "password"));
        var id = (await File.ReadAllTextAsync(KeyFile, TestContext.Current.CancellationToken)).Split(' ')[0];
        await File.WriteAllTextAsync(KeyFile, KeyLines.Of("new", 9), TestContext.Current.CancellationToken);
        await RefusedAsync("SLW-VLT-50002", id);
        File.Delete(KeyFile);
        await RefusedAsync("SLW-VLT-50002", id);
        await File.WriteAllTextAsync(KeyFile, KeyLines.Of(id, 9), TestContext.Current.CancellationToken);
        await RefusedAsync("SLW-VLT-20001", "");
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead);
        await RefusedAsync("SLW-VLT-50003", id);
    }

    private async Task RefusedAsync(string code, string word)
    {
        var problem = Assert.Single((await Assert.ThrowsAsync<ProblemException>(StartAsync)).Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private Task<SigningBench> StartAsync() => SigningBench.StartAsync(options => options with { DataFolder = _folder.Path });

    private static async Task<byte[]> ReadAsync(SigningBench bench)
    {
        var demand = bench.Demand(Protocol.Builds.MobilePlatform.Android, null, named: new Protocol.Launches.LaunchCredentials(Keystore: "release"));
        return (await bench.Service.App.Services.GetRequiredService<CredentialOpener>().OpenKeystoreAsync(demand, TestContext.Current.CancellationToken)).Content;
    }
}
