using Dapper;
using Npgsql;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;
using Slipway.Server.Tests.Vault;

namespace Slipway.Server.Tests.Store;

/// <summary>What whoever starts a server hears of a PostgreSQL that it cannot use, and of one that it can although it looks strange.</summary>
public sealed class PostgresStateTests(PostgresStateTests.GuardedCluster postgres) : IClassFixture<PostgresStateTests.GuardedCluster>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PostgresCluster Cluster => postgres.Cluster;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Servers_that_start_at_once_on_a_new_database_all_start_and_one_makes_the_administrator()
    {
        var address = Cluster.CreateDatabase();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => FirstTokenAsync(address, number))));
        Assert.Single(tokens, token => token is not null);
    }

    [Fact]
    public async Task A_server_that_waited_for_its_turn_sees_the_tables_that_the_one_before_it_made()
    {
        var address = Cluster.CreateDatabase();
        await using var first = DatabaseFactory.Open(address, "/nowhere");
        await using var second = DatabaseFactory.Open(address, "/nowhere");
        var waiting = Task.CompletedTask;
        await first.WriteAloneAsync(
            async (connection, transaction) =>
            {
                waiting = Migrator.MigrateAsync(second, Cancellation);
                const string Waiters = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
                while (await connection.ExecuteScalarAsync<long>(Waiters, transaction: transaction) == 0)
                    Cancellation.ThrowIfCancellationRequested();
                await connection.ExecuteAsync("CREATE TABLE schema_versions (version BIGINT PRIMARY KEY, applied_at BIGINT NOT NULL); CREATE TABLE organisations (id BIGINT)", transaction: transaction);
                await connection.ExecuteAsync("INSERT INTO schema_versions VALUES (@Known, 0)", new { Migrator.Known }, transaction);
                return true;
            },
            Cancellation);
        await waiting;
    }

    [Fact]
    public async Task A_role_that_may_not_make_tables_is_told_the_grant_that_it_lacks()
    {
        var address = Cluster.CreateDatabase();
        await RunAsync(address, "CREATE ROLE guest LOGIN");
        var guest = address.Replace("postgres@", "guest@", StringComparison.Ordinal);
        var problem = await RefusedAsync(guest);
        Assert.Equal(("SLW-DBS-20003", Blame.User), (problem.Code, problem.Blame));
        Assert.Contains("GRANT USAGE, CREATE ON SCHEMA public TO guest;", problem.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("ry again", problem.Remedy, StringComparison.Ordinal);
        await RunAsync(address, "GRANT USAGE, CREATE ON SCHEMA public TO guest");
        await StartsAsync(guest);
    }

    [Fact]
    public async Task A_role_that_may_only_read_and_write_the_tables_of_another_can_serve()
    {
        var address = Cluster.CreateDatabase();
        await RunAsync(address, "CREATE ROLE clerk LOGIN");
        await StartsAsync(address);
        var clerk = address.Replace("postgres@", "clerk@", StringComparison.Ordinal);
        var problem = await RefusedAsync(clerk);
        Assert.Equal("SLW-DBS-20003", problem.Code);
        Assert.Contains("ON ALL TABLES IN SCHEMA public", problem.Remedy, StringComparison.Ordinal);
        await RunAsync(address, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO clerk");
        await StartsAsync(clerk);
    }

    [Theory]
    [InlineData("SLW-DBS-40002", "postgres@", "/nonesuch", "")]
    [InlineData("SLW-DBS-20001", "nobody@", "", "")]
    [InlineData("SLW-DBS-40001", "postgres@", "", "?sslmode=require")]
    [InlineData("SLW-DBS-20002", "postgres@", "/template1", "")]
    [InlineData("SLW-DBS-20001", "guarded:ca9nary@", "", "")]
    [InlineData("SLW-DBS-20001", "guarded@", "", "")]
    public async Task Refusals_are_told_apart_and_none_says_that_another_try_helps(string code, string user, string database, string query)
    {
        var address = Cluster.CreateDatabase();
        await RunAsync(address, "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'guarded') THEN CREATE ROLE guarded LOGIN PASSWORD 'other'; END IF; END $$");
        var changed = address.Replace("postgres@", user, StringComparison.Ordinal);
        if (database.Length > 0)
            changed = changed[..changed.LastIndexOf('/')] + database;
        var problem = await RefusedAsync(changed + query);
        Assert.Equal((code, Blame.User), (problem.Code, problem.Blame));
        Assert.DoesNotContain("ry again", problem.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("ca9nary", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_a_connection_left_may_have_one_later()
    {
        var address = Cluster.CreateDatabase();
        await RunAsync(address, "CREATE ROLE crowd LOGIN CONNECTION LIMIT 0");
        var problem = await RefusedAsync(address.Replace("postgres@", "crowd@", StringComparison.Ordinal));
        Assert.Equal(("SLW-DBS-10001", Blame.Network), (problem.Code, problem.Blame));
        Assert.Contains("Try again", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_read_only_or_cannot_keep_the_text_is_refused()
    {
        var address = Cluster.CreateDatabase();
        await RunAsync(address, $"ALTER DATABASE {address[(address.LastIndexOf('/') + 1)..]} SET default_transaction_read_only = on");
        Assert.Equal("SLW-DBS-50001", (await RefusedAsync(address)).Code);
        await RunAsync(Cluster.Address, "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        Assert.Equal("SLW-DBS-40003", (await RefusedAsync(Cluster.Address[..Cluster.Address.LastIndexOf('/')] + "/latin")).Code);
    }

    [Fact]
    public async Task A_search_path_that_leads_nowhere_and_a_server_that_is_none_are_told_as_such()
    {
        var problem = await RefusedAsync(Cluster.CreateDatabase() + "?options=-c%20search_path%3Dnonesuch");
        Assert.Equal("SLW-DBS-20003", problem.Code);
        Assert.Contains("search_path, nonesuch", problem.Message, StringComparison.Ordinal);
        var web = QuietHost.Create();
        await web.StartAsync(Cancellation);
        var port = new Uri(web.Urls.First()).Port;
        Assert.Equal("SLW-DBS-40005", (await RefusedAsync($"postgres://o@127.0.0.1:{port}/x")).Code);
        await web.StopAsync(Cancellation);
        await web.DisposeAsync();
    }

    [Fact]
    public async Task A_socket_and_several_hosts_of_which_one_is_away_lead_there()
    {
        var address = new Uri(Cluster.CreateDatabase());
        var name = address.AbsolutePath;
        await StartsAsync($"postgres://postgres@{name}?host={Cluster.SocketFolder}&port={address.Port}");
        await StartsAsync($"postgres://postgres@127.0.0.1:1,127.0.0.1:{address.Port}{name}?target_session_attrs=read-write&channel_binding=prefer");
    }

    private async Task StartsAsync(string address)
    {
        await using var server = await HostedServer.StartAsync(Options(address, 0), Cancellation);
        await server.FirstTokenAsync(Cancellation);
        Assert.Empty(server.Notes);
        await server.StopAsync(TimeSpan.FromSeconds(5));
    }

    private async Task<string?> FirstTokenAsync(string address, int number)
    {
        await using var server = await HostedServer.StartAsync(Options(address, number), Cancellation);
        return await server.FirstTokenAsync(Cancellation);
    }

    private async Task<Problem> RefusedAsync(string address) =>
        (await Assert.ThrowsAsync<ProblemException>(async () => await HostedServer.StartAsync(Options(address, 0), Cancellation))).Problems[0];

    private ServerOptions Options(string address, int number)
    {
        var keys = Path.Combine(_folder.Path, "keys");
        lock (_folder)
        {
            if (!File.Exists(keys))
                File.WriteAllText(keys, KeyLines.Of("one", 1));
            File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return new ServerOptions(Path.Combine(_folder.Path, $"data{number}")) { Urls = ["http://127.0.0.1:0"], Logs = false, Database = address, VaultKeyFile = keys };
    }

    private static async Task RunAsync(string address, string sql)
    {
        var uri = new Uri(address);
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={uri.Port};Username=postgres;Database={uri.AbsolutePath[1..]};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public sealed class GuardedCluster : IAsyncLifetime
    {
        public PostgresCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Cluster = await PostgresCluster.StartNewAsync("host all guarded 127.0.0.1/32 scram-sha-256", "host template1 all 127.0.0.1/32 reject");

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }
}
