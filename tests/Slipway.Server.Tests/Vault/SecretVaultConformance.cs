using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

/// <summary>Tests that each kind of database has to pass.</summary>
public abstract class SecretVaultConformance
{
    private static readonly KeyRing Ring = KeyLines.Ring(KeyLines.Of("a", 1));

    [Fact]
    public async Task A_secret_is_opened_by_its_organisation_only_and_is_gone_after_its_removal()
    {
        await using var vault = await TestVault.CreateAsync(Address());
        var id = await vault.SealAsync(Ring, "secret");
        Assert.Equal("secret", await vault.OpenAsync(Ring, id));
        await CorruptAsync(() => vault.OpenAsync(Ring, id, Guid.NewGuid().ToString()));
        await vault.Database.WriteAsync((c, t) => SecretVault.DeleteAsync(c, t, Guid.NewGuid().ToString(), id), TestContext.Current.CancellationToken);
        Assert.Equal("secret", await vault.OpenAsync(Ring, id));
        await vault.Database.WriteAsync((c, t) => SecretVault.DeleteAsync(c, t, vault.Organisation, id), TestContext.Current.CancellationToken);
        await CorruptAsync(() => vault.OpenAsync(Ring, id));
    }

    [Theory]
    [InlineData("kind = 'content'")]
    [InlineData("wrapped_key = (SELECT wrapped_key FROM secrets WHERE id <> @id)")]
    [InlineData("ciphertext = (SELECT ciphertext FROM secrets WHERE id <> @id)")]
    [InlineData("wrapped_key = (SELECT wrapped_key FROM secrets WHERE id <> @id), ciphertext = (SELECT ciphertext FROM secrets WHERE id <> @id)")]
    public async Task Columns_that_were_swapped_in_the_database_are_found(string change)
    {
        await using var vault = await TestVault.CreateAsync(Address());
        var id = await vault.SealAsync(Ring, "secret");
        await vault.SealAsync(Ring, "other");
        await vault.Database.WriteAsync((c, t) => c.ExecuteAsync($"UPDATE secrets SET {change} WHERE id = @id", new { id }, t), TestContext.Current.CancellationToken);
        await CorruptAsync(() => vault.OpenAsync(Ring, id));
    }

    [Fact]
    public async Task Servers_that_start_at_once_make_one_key_and_a_server_elsewhere_none()
    {
        await using var vault = await TestVault.CreateAsync(Address());
        using var folder = new TemporaryFolder();
        var source = new KeySource(folder["vault.key"], null, IsDefault: true);
        var rings = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => VaultStart.OpenAsync(source, vault.Database, TestContext.Current.CancellationToken))));
        Assert.Single(rings.Select(r => r.Current.Id).Distinct());
        var elsewhere = await Assert.ThrowsAsync<ProblemException>(() => VaultStart.OpenAsync(source with { File = folder["other.key"] }, vault.Database, TestContext.Current.CancellationToken));
        Assert.Equal("SLW-VLT-50002", elsewhere.Problems[0].Code);
    }

    private protected abstract string? Address();

    private static async Task CorruptAsync(Func<Task> open) =>
        Assert.Equal("SLW-VLT-50001", (await Assert.ThrowsAsync<ProblemException>(open)).Problems[0].Code);
}
