using Dapper;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Store;

/// <summary>What a database of an earlier version holds is there after an upgrade.</summary>
[Collection<PostgresCollection>]
public sealed class UpgradeTests(PostgresFixture postgres)
{
    private const string Email = "ada@example.com";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Accounts_stay_and_tokens_get_the_person_who_made_them(bool isPostgres)
    {
        using var folder = new TemporaryFolder();
        await using var database = DatabaseFactory.Open(isPostgres ? postgres.Cluster.CreateDatabase() : null, folder.Path);
        await OldSchema.CreateAsync(database, 2);
        var (_, prefix, hash) = AccessToken.Create();
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                INSERT INTO organisations (id, name, created_at, storage_quota, retention_days, max_running, reads_per_minute, creations_per_minute, changes_per_minute)
                  VALUES ('one', 'One', 1, 1, 1, 1, 1, 1, 1), ('two', 'Two', 1, 1, 1, 1, 1, 1, 1);
                INSERT INTO users (id, organisation_id, email, name, role, password_hash, created_at) VALUES ('ada', 'one', @Email, 'Ada', 'Administrator', 'none', 1);
                INSERT INTO tokens (id, organisation_id, name, prefix, secret_hash, scopes, created_at) VALUES ('hers', 'one', 'CI', @prefix, @hash, 'builds.read', 1), ('first', 'one', 'First administrator', 'none', @hash, 'builds.read', 1);
                INSERT INTO audit (id, organisation_id, at, actor, action, subject, address, details)
                  VALUES ('1', 'one', 1, 'user:ada', 'token.create', 'hers', '', '{}'), ('2', 'one', 1, 'user:ada', 'token.revoke', 'first', '', '{}');
                """,
                new { Email, prefix, hash },
                transaction),
            Cancellation);
        await Migrator.MigrateAsync(database, Cancellation);
        var users = new UserStore(database);
        Assert.Equal("ada", Assert.Single(await users.FindByEmailAsync(Email, null, Cancellation)).Id);
        await database.WriteAsync((c, t) => users.CreateAsync(c, t, new UserRow("bob", "two", Email, "Bob", "Viewer", "none", 0, null)), Cancellation);
        Assert.Equal("bob", Assert.Single(await users.FindByEmailAsync(Email, "Two", Cancellation)).Id);
        await Assert.ThrowsAsync<Protocol.Problems.ProblemException>(() => database.WriteAsync((c, t) => users.CreateAsync(c, t, new UserRow("eve", "one", Email, "Eve", "Viewer", "none", 0, null)), Cancellation));
        var tokens = new TokenStore(database);
        Assert.Equal("ada", (await tokens.FindAsync(prefix, Cancellation))?.Owner);
        Assert.Null((await tokens.FindAsync("none", Cancellation))?.Owner);
        await database.WriteAsync((c, t) => users.ChangeAsync(c, t, "one", "ada", null, null, null, disabled: true), Cancellation);
        Assert.Null(await tokens.FindAsync(prefix, Cancellation));
        Assert.NotNull(await tokens.FindAsync("none", Cancellation));
    }
}
