using Slipway.Protocol.Problems;
using Slipway.Server.Identity;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Identity;

public sealed class ServiceSigningKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_stays_the_same_over_restarts_and_over_a_rotation_after_which_the_old_key_can_go()
    {
        await using var database = await MigratedAsync();
        var (old, current) = (KeyRing.NewLine(), KeyRing.NewLine());
        var first = await NameAsync(database, old);
        Assert.Equal(first, await NameAsync(database, old));
        var failure = await Assert.ThrowsAsync<ProblemException>(() => NameAsync(database, current));
        Assert.Equal("SLW-VLT-50002", failure.Problems[0].Code);
        Assert.Equal(first, await NameAsync(database, $"{current}\n{old}"));
        Assert.Equal(first, await NameAsync(database, current));
    }

    [Fact]
    public async Task Servers_that_start_at_once_make_one_key()
    {
        await using var database = await MigratedAsync();
        var ring = KeyRing.NewLine();
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NameAsync(database, ring)))).Distinct());
    }

    private static async Task<string> NameAsync(Database database, string ring)
    {
        using var key = await ServiceSigningKey.OpenAsync(database, KeyRing.Parse(ring, "test"), TestContext.Current.CancellationToken);
        return key.Thumbprint;
    }

    private async Task<Database> MigratedAsync()
    {
        var database = DatabaseFactory.Open(null, _folder.Path);
        await Migrator.MigrateAsync(database, TestContext.Current.CancellationToken);
        return database;
    }
}
