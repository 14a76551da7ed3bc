using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

public sealed class VaultStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "vault.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_key_and_the_next_finds_it()
    {
        await using var vault = await TestVault.CreateAsync();
        var first = await StartAsync(vault, Default);
        var id = await vault.SealAsync(first, "secret");
        Assert.Equal("secret", await vault.OpenAsync(await StartAsync(vault, Default), id));
    }

    [Fact]
    public async Task Without_the_key_of_its_secrets_a_server_does_not_start_and_names_the_key()
    {
        await using var vault = await TestVault.CreateAsync();
        var old = await StartAsync(vault, Lines(KeyLines.Of("old", 1)));
        await vault.SealAsync(old, "secret");
        var problem = await RefusedAsync(vault, Lines(KeyLines.Of("new", 2)));
        Assert.Equal(("SLW-VLT-50002", true), (problem.Code, problem.Message.Contains("'old'", StringComparison.Ordinal)));
        await StartAsync(vault, Lines(KeyLines.Of("new", 2), KeyLines.Of("old", 1)));
    }

    [Fact]
    public async Task A_lost_key_file_is_not_replaced_by_a_new_key()
    {
        await using var vault = await TestVault.CreateAsync();
        var ring = await StartAsync(vault, Default);
        System.IO.File.Delete(File);
        var problem = await RefusedAsync(vault, Default);
        Assert.Equal(("SLW-VLT-50002", true), (problem.Code, problem.Message.Contains(ring.Current.Id, StringComparison.Ordinal)));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Other_bytes_under_a_known_id_are_refused()
    {
        await using var vault = await TestVault.CreateAsync();
        await StartAsync(vault, Lines(KeyLines.Of("a", 1)));
        Assert.Equal("SLW-VLT-50003", (await RefusedAsync(vault, Lines(KeyLines.Of("a", 2)))).Code);
    }

    [Fact]
    public async Task A_file_that_was_named_is_not_made()
    {
        await using var vault = await TestVault.CreateAsync();
        Assert.Equal("SLW-VLT-40001", (await RefusedAsync(vault, Default with { IsDefault = false })).Code);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_named_file_wins_over_the_variable_and_that_over_the_data_folder()
    {
        var options = new ServerOptions("/data");
        Assert.Equal(new KeySource("/data/vault.key", null, true), KeySource.Of(options, " "));
        Assert.Equal(new KeySource("/data/vault.key", "a b", false), KeySource.Of(options, "a b"));
        Assert.Equal(new KeySource("/keys", null, false), KeySource.Of(options with { VaultKeyFile = "/keys" }, "a b"));
        Assert.Equal(KeySource.Variable, KeySource.Of(options, "a b").ToString());
    }

    private KeySource Default => new(File, null, IsDefault: true);

    private KeySource Lines(params string[] lines) => new(File, string.Join('\n', lines), IsDefault: false);

    private static Task<KeyRing> StartAsync(TestVault vault, KeySource source) => VaultStart.OpenAsync(source, vault.Database, TestContext.Current.CancellationToken);

    private static async Task<Problem> RefusedAsync(TestVault vault, KeySource source) =>
        Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => StartAsync(vault, source))).Problems);
}
