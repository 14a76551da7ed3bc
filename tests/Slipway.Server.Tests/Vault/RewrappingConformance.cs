using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

/// <summary>Tests that each kind of database has to pass.</summary>
public abstract class RewrappingConformance
{
    private static readonly KeyRing Old = KeyLines.Ring(KeyLines.Of("old", 1));
    private static readonly KeyRing Rotated = KeyLines.Ring(KeyLines.Of("new", 2), KeyLines.Of("old", 1));
    private static readonly KeyRing New = KeyLines.Ring(KeyLines.Of("new", 2));

    [Fact]
    public async Task After_a_rotation_secrets_open_at_once_and_without_the_old_key_once_they_are_rewrapped()
    {
        await using var vault = await TestVault.CreateAsync(Address());
        var ids = await SealAsync(vault, 250);
        Assert.Equal("secret 0", await vault.OpenAsync(Rotated, ids[0]));
        Assert.Equal("SLW-VLT-50002", (await Assert.ThrowsAsync<ProblemException>(() => vault.OpenAsync(New, ids[0]))).Problems[0].Code);
        Assert.Equal((250, 0), await RunAsync(vault, Rotated));
        for (var i = 0; i < ids.Count; i++)
            Assert.Equal($"secret {i}", await vault.OpenAsync(New, ids[i]));
        Assert.Equal((0, 0), await RunAsync(vault, Rotated));
    }

    [Fact]
    public async Task Several_servers_do_it_at_once_without_harm()
    {
        await using var vault = await TestVault.CreateAsync(Address());
        var ids = await SealAsync(vault, 60);
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync(vault, Rotated))));
        Assert.All(results, r => Assert.Equal(0, r.Failed));
        for (var i = 0; i < ids.Count; i++)
            Assert.Equal($"secret {i}", await vault.OpenAsync(New, ids[i]));
    }

    [Fact]
    public async Task A_corrupt_secret_does_not_keep_the_others_from_it_and_stays_as_it_is()
    {
        await using var vault = await TestVault.CreateAsync(Address());
        var ids = await SealAsync(vault, 3);
        await vault.Database.WriteAsync(
            (c, t) => c.ExecuteAsync("UPDATE secrets SET wrapped_key = @bytes WHERE id = @id", new { id = ids[1], bytes = new byte[61] }, t), TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), await RunAsync(vault, Rotated));
        Assert.Equal("secret 2", await vault.OpenAsync(New, ids[2]));
        Assert.Equal("SLW-VLT-50001", (await Assert.ThrowsAsync<ProblemException>(() => vault.OpenAsync(Rotated, ids[1]))).Problems[0].Code);
    }

    private protected abstract string? Address();

    private static async Task<List<string>> SealAsync(TestVault vault, int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
            ids.Add(await vault.SealAsync(Old, $"secret {i}"));
        return ids;
    }

    private static async Task<(int Wrapped, int Failed)> RunAsync(TestVault vault, KeyRing ring)
    {
        using var rewrapping = new Rewrapping(vault.With(ring), vault.Database, NullLogger<Rewrapping>.Instance);
        return await rewrapping.RunAsync(TestContext.Current.CancellationToken);
    }
}
