using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Formats.Keys;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Credentials;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Server.Tests.Credentials;

public sealed class CredentialOpenerTests
{
    [Fact]
    public async Task A_worker_gets_a_debug_key_that_opens()
    {
        await using var bench = await SigningBench.StartAsync();
        var selected = await bench.ResolveAsync(MobilePlatform.Android, null);
        var material = await Material(bench).OpenKeystoreAsync(bench.Demand(MobilePlatform.Android, selected.Type, named: selected.References), TestContext.Current.CancellationToken);
        Assert.Equal("CN=Android Debug, O=Slipway, C=US", Keystore.Load(material.Content, material.Password).GetKey(material.Alias, material.KeyPassword).Certificate.Subject);
    }

    [Fact]
    public async Task A_worker_gets_the_keystore_as_it_was_uploaded_with_its_passwords()
    {
        await using var bench = await SigningBench.StartAsync();
        var keystore = KeytoolKeystore.Make("store-pass", "JKS", "key-pass");
        await bench.Service.AddAsync(CredentialCalls.Keystore("release", keystore, "store-pass") with { KeyPassword = "key-pass" });
        var selected = await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release);
        var material = await Material(bench).OpenKeystoreAsync(bench.Demand(MobilePlatform.Android, selected.Type, named: selected.References), TestContext.Current.CancellationToken);
        Assert.Equal(keystore, material.Content);
        Assert.Equal(("release", "store-pass", KeytoolKeystore.Alias, "key-pass"), (material.Name, material.Password, material.Alias, material.KeyPassword));
    }

    [Fact]
    public async Task A_worker_gets_certificate_issuers_and_profile_with_which_the_rules_are_content()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Certificate("dev", "dev-leaf-only") with { Chain = [AppleIdentity.Today.Read("wwdr.pem"), AppleIdentity.Today.Read("root.pem")] });
        await bench.Service.AddAsync(CredentialCalls.Profile("profile", "development"));
        var selected = await bench.ResolveAsync(MobilePlatform.Ios, MobileBuildType.Development);
        var material = (await Material(bench).OpenAppleAsync(bench.Demand(MobilePlatform.Ios, selected.Type, named: selected.References), TestContext.Current.CancellationToken))!;
        var request = new AppleSigningRequest(
            CredentialFile.InMemory(material.CertificateName, material.Certificate), PasswordSource.Of(material.Password), CredentialFile.InMemory(material.ProfileName, material.Profile))
        {
            Chain = [.. material.Chain.Select(bytes => CredentialFile.InMemory("chain", bytes))],
        };
        Assert.Equal(AppleIdentity.Team, IosSigningLoader.Load(request, AppleIdentity.BundleId, MobileBuildType.Development, DateTimeOffset.UtcNow).Signing!.TeamId);
    }

    [Fact]
    public async Task The_simulator_needs_nothing() =>
        await RunAsync(async bench => Assert.Null(await Material(bench).OpenAppleAsync(bench.Demand(MobilePlatform.Ios, MobileBuildType.Simulator), TestContext.Current.CancellationToken)));

    [Fact]
    public async Task What_was_removed_since_the_launch_is_told_and_a_keystore_that_has_ended_is_given()
    {
        await using var bench = await SigningBench.StartAsync();
        var keystore = await bench.Service.AddAsync(CredentialCalls.Keystore("release", KeytoolKeystore.Make("password"), "password"));
        var demand = bench.Demand(MobilePlatform.Android, MobileBuildType.Release, named: (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release)).References);
        await bench.ExpireAsync(keystore);
        Assert.Equal("release", (await Material(bench).OpenKeystoreAsync(demand, TestContext.Current.CancellationToken)).Name);
        using var removed = await bench.Service.Admin.DeleteAsync($"/api/v1/credentials/{keystore.Id}", TestContext.Current.CancellationToken);
        await RefusedAsync("SLW-CRD-40002", bench, demand);
    }

    [Fact]
    public async Task A_flipped_bit_in_the_database_gives_no_key()
    {
        await using var bench = await SigningBench.StartAsync();
        await bench.Service.AddAsync(CredentialCalls.Keystore("release", KeytoolKeystore.Make("password"), "password"));
        var demand = bench.Demand(MobilePlatform.Android, MobileBuildType.Release, named: (await bench.ResolveAsync(MobilePlatform.Android, MobileBuildType.Release)).References);
        foreach (var (id, bytes) in await bench.Database.ReadAsync(c => c.QueryAsync<(string, byte[])>("SELECT id, ciphertext FROM secrets")))
        {
            bytes[bytes.Length / 2] ^= 1;
            await bench.Database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE secrets SET ciphertext = @bytes WHERE id = @id", new { id, bytes }, t));
        }

        await RefusedAsync("SLW-VLT-50001", bench, demand);
    }

    private static async Task RefusedAsync(string code, SigningBench bench, BuildToSign demand) => Assert.Equal(
        code, (await Assert.ThrowsAsync<ProblemException>(() => Material(bench).OpenKeystoreAsync(demand, TestContext.Current.CancellationToken))).Problems[0].Code);

    private static async Task RunAsync(Func<SigningBench, Task> test)
    {
        await using var bench = await SigningBench.StartAsync();
        await test(bench);
    }

    private static CredentialOpener Material(SigningBench bench) => bench.Service.App.Services.GetRequiredService<CredentialOpener>();
}
