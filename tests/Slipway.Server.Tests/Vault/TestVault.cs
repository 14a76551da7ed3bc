using System.Text;
using Slipway.Protocol.Access;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

/// <summary>A vault in a database of its own, with one organisation.</summary>
internal sealed class TestVault : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestVault(string? address) => Database = DatabaseFactory.Open(address, _folder.Path);

    public Database Database { get; }

    public string Organisation { get; private set; } = "";

    /// <summary>Makes one.</summary>
    /// <param name="address">An empty PostgreSQL database; null for SQLite.</param>
    public static async Task<TestVault> CreateAsync(string? address = null)
    {
        var result = new TestVault(address);
        await Migrator.MigrateAsync(result.Database, TestContext.Current.CancellationToken);
        result.Organisation = await result.Database.WriteAsync(
            (c, t) => new OrganisationStore(result.Database).CreateAsync(c, t, "One", new OrganisationLimits()), TestContext.Current.CancellationToken);
        return result;
    }

    /// <summary>The vault as a server with these keys has it.</summary>
    public SecretVault With(KeyRing ring) => new(Database, ring);

    public Task<string> SealAsync(KeyRing ring, string text) =>
        Database.WriteAsync((c, t) => With(ring).SealAsync(c, t, Organisation, SecretKind.Password, Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

    public async Task<string> OpenAsync(KeyRing ring, string id, string? organisation = null) =>
        Encoding.UTF8.GetString(await Database.ReadAsync(c => With(ring).OpenAsync(c, null, organisation ?? Organisation, id), TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
