using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Slipway.Protocol.Problems;
using Slipway.Server.Backup;

namespace Slipway.Server.Tests;

public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode GroupReads = UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
    private const UnixFileMode OthersRead = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode AllButOwner =
        GroupReads | OthersRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Owner | GroupReads | OthersRead, Owner)]
    [InlineData(Owner | GroupReads | OthersRead | UnixFileMode.GroupWrite, Owner)]
    [InlineData(Owner, Owner)]
    [InlineData(Owner | GroupReads, Owner | GroupReads)]
    [InlineData(Owner | GroupReads | OthersRead | UnixFileMode.SetGroup, Owner | GroupReads | UnixFileMode.SetGroup)]
    public async Task A_folder_that_is_there_is_closed_to_everybody_but_stays_open_to_a_group_on_purpose(UnixFileMode before, UnixFileMode after)
    {
        Directory.CreateDirectory(Data);
        File.SetUnixFileMode(Data, before);
        await using var server = await StartAsync();
        Assert.Equal(after, File.GetUnixFileMode(Data));
        Assert.Empty(server.Notes);
    }

    [Fact]
    public async Task Files_that_an_earlier_version_left_readable_are_closed()
    {
        await using (await StartAsync())
        {
            // Makes the files.
        }

        var database = Path.Combine(Data, "slipway.db");
        File.SetUnixFileMode(Data, Owner | OthersRead);
        File.SetUnixFileMode(database, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await using var server = await StartAsync();
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(database) & AllButOwner);
    }

    [Fact]
    public async Task Nobody_else_reads_what_a_service_keeps_nor_its_backups()
    {
        await using var service = await TestService.StartAsync(options => options with { DataFolder = Data });
        var content = RandomNumberGenerator.GetBytes(10_000);
        using var answer = await service.Admin.PutAsync("/api/v1/blobs/" + Convert.ToHexStringLower(SHA256.HashData(content)), new ByteArrayContent(content), Cancellation);
        Assert.True(answer.IsSuccessStatusCode);
        // SQLite removes the log when nobody has the database open, as after a while without requests.
        await using var reader = new SqliteConnection($"Data Source={Path.Combine(Data, "slipway.db")};Pooling=False");
        await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM blobs");
        var backup = Path.Combine(_folder.Path, "backup");
        ServerBackup.Create(Data, backup, includeVaultKey: true);
        var restored = Path.Combine(_folder.Path, "restored");
        Directory.CreateDirectory(restored);
        ServerBackup.Restore(backup, restored);
        var entries = new[] { Data, backup, restored }.SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder)).ToList();
        Assert.Contains(entries, entry => entry.EndsWith("slipway.db-wal", StringComparison.Ordinal));
        Assert.Equal(3, entries.Count(entry => entry.EndsWith("vault.key", StringComparison.Ordinal)));
        Assert.All(entries, entry => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(entry) & AllButOwner));
    }

    [Theory]
    [InlineData("nfs", true)]
    [InlineData("cifs", true)]
    [InlineData("ext4", false)]
    [InlineData("overlayfs", false)]
    [InlineData("tmpfs", false)]
    public void A_network_file_system_is_known_by_its_name(string name, bool isOnNetwork) => Assert.Equal(isOnNetwork, DataFolder.IsOnNetwork(name));

    [Fact]
    public async Task A_database_that_is_none_or_is_damaged_is_told_as_such()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "slipway.db"), new string('x', 4096), Cancellation);
        Assert.Equal("SLW-DBS-50003", (await RefusedAsync()).Code);
        File.Delete(Path.Combine(Data, "slipway.db"));
        Directory.CreateDirectory(Path.Combine(Data, "slipway.db"));
        var problem = await RefusedAsync();
        Assert.Equal(("SLW-DBS-50002", Blame.Machine), (problem.Code, problem.Blame));
    }

    private Task<HostedServer> StartAsync() => HostedServer.StartAsync(new ServerOptions(Data) { Urls = ["http://127.0.0.1:0"], Logs = false }, Cancellation);

    private async Task<Problem> RefusedAsync() => (await Assert.ThrowsAsync<ProblemException>(async () => await StartAsync())).Problems[0];
}
