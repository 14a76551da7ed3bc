using System.Net;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Backup;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Backup;

public sealed class ServerBackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_under_load_restores_to_a_service_that_has_everything_its_rows_name()
    {
        using var folder = new TemporaryFolder();
        var (backup, restored) = (Path.Combine(folder.Path, "backup"), Path.Combine(folder.Path, "restored"));
        string token;
        await using (var service = await TestService.StartAsync())
        {
            token = service.AdminToken;
            await service.Admin.PostAsync("/api/v1/webhooks", new { url = "https://hooks.example.com/", events = new[] { "build.failed" } });
            var before = await UploadAsync(service);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var written = 0;
            var enough = new TaskCompletionSource();
            Task[] load = [.. Enumerable.Range(0, 4).Select(_ => LoadAsync(service, () => { if (Interlocked.Increment(ref written) == 20) enough.TrySetResult(); }, end.Token))];
            await enough.Task.WaitAsync(Cancellation);
            var report = await Task.Run(() => ServerBackup.Create(DataOf(service), backup, includeVaultKey: true), Cancellation);
            await end.CancelAsync();
            await Task.WhenAll(load);
            Assert.True(report.HasVaultKey);
            Assert.True(report.Files >= 5, $"{report.Files} files");
            Assert.Contains(before, Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f).Split('-')[0]));
        }

        ServerBackup.Restore(backup, restored);
        await using var again = await TestService.StartAsync(options => options with { DataFolder = restored });
        using var administrator = again.Client(token);
        Assert.NotEmpty((await administrator.GetAsync("/api/v1/applications", HttpStatusCode.OK)).EnumerateArray());
        var database = again.App.Services.GetRequiredService<Database>();
        var rows = (await database.ReadAsync(c => c.QueryAsync<(string Sha256, string Location)>("SELECT sha256, location FROM blobs"))).ToList();
        Assert.NotEmpty(rows);
        foreach (var (sha256, location) in rows)
        {
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(new BackupFolder(restored).FileOf(location), Cancellation))));
            using var head = new HttpRequestMessage(HttpMethod.Head, "/api/v1/blobs/" + sha256);
            Assert.Equal(HttpStatusCode.OK, (await administrator.SendAsync(head, Cancellation)).StatusCode);
        }

        var secret = await database.ReadAsync(c => c.QueryFirstAsync<(string Organisation, string Id)>("SELECT organisation_id, secret FROM webhooks"));
        var opened = await database.ReadAsync(c => again.App.Services.GetRequiredService<Slipway.Server.Vault.SecretVault>().OpenAsync(c, null, secret.Organisation, secret.Id));
        Assert.StartsWith("whsec_", System.Text.Encoding.UTF8.GetString(opened), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_of_the_vault_stay_where_they_are_unless_somebody_says_otherwise()
    {
        using var folder = new TemporaryFolder();
        await using var service = await TestService.StartAsync();
        var backup = Path.Combine(folder.Path, "backup");
        Assert.False(ServerBackup.Create(DataOf(service), backup, includeVaultKey: false).HasVaultKey);
        var key = await File.ReadAllBytesAsync(Path.Combine(DataOf(service), "vault.key"), Cancellation);
        Assert.All(Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(key)));
    }

    [Fact]
    public async Task What_the_service_gave_up_meanwhile_is_left_out_and_what_it_lost_is_found()
    {
        using var folder = new TemporaryFolder();
        await using var service = await TestService.StartAsync();
        await UploadAsync(service);
        var lost = await UploadAsync(service);
        var database = service.App.Services.GetRequiredService<Database>();
        var location = await database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT location FROM blobs WHERE sha256 = @lost", new { lost }));
        File.Delete(new BackupFolder(DataOf(service)).FileOf(location));
        var problem = Assert.Throws<ProblemException>(() => ServerBackup.Create(DataOf(service), Path.Combine(folder.Path, "first"), includeVaultKey: false));
        Assert.Equal("SLW-BKP-50001", problem.Problems[0].Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "first")));
        await database.WriteAsync((c, t) => c.ExecuteAsync("DELETE FROM blobs WHERE sha256 = @lost", new { lost }, t));
        Assert.Equal(1, ServerBackup.Create(DataOf(service), Path.Combine(folder.Path, "first"), includeVaultKey: false).Files);
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored()
    {
        using var folder = new TemporaryFolder();
        await using var service = await TestService.StartAsync();
        await UploadAsync(service);
        var backup = Path.Combine(folder.Path, "backup");
        ServerBackup.Create(DataOf(service), backup, includeVaultKey: true);
        var file = Directory.EnumerateFiles(Path.Combine(backup, "blobs"), "*", SearchOption.AllDirectories).Single();
        var content = await File.ReadAllBytesAsync(file, Cancellation);
        File.Delete(file);
        Refused("missing");
        await File.WriteAllBytesAsync(file, content[..^1], Cancellation);
        Refused("short");
        await File.WriteAllBytesAsync(file, content, Cancellation);
        var database = Path.Combine(backup, "slipway.db");
        var bytes = await File.ReadAllBytesAsync(database, Cancellation);
        await File.WriteAllBytesAsync(database, bytes[..(bytes.Length / 2)], Cancellation);
        Refused("half a database");
        await File.WriteAllBytesAsync(database, bytes, Cancellation);
        Assert.Equal(1, ServerBackup.Restore(backup, Path.Combine(folder.Path, "well")).Files);

        void Refused(string target) =>
            Assert.Equal("SLW-BKP-50001", Assert.Throws<ProblemException>(() => ServerBackup.Restore(backup, Path.Combine(folder.Path, target))).Problems[0].Code);
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_nothing_is_not_a_backup()
    {
        using var folder = new TemporaryFolder();
        await using var service = await TestService.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "precious"), "", Cancellation);
        Assert.Equal("SLW-BKP-40002", Assert.Throws<ProblemException>(() => ServerBackup.Create(DataOf(service), folder.Path, includeVaultKey: false)).Problems[0].Code);
        Assert.Equal("SLW-BKP-40001", Assert.Throws<ProblemException>(() => ServerBackup.Create(folder.Path, Path.Combine(folder.Path, "out"), includeVaultKey: false)).Problems[0].Code);
        Assert.Equal("SLW-BKP-40001", Assert.Throws<ProblemException>(() => ServerBackup.Restore(folder.Path, Path.Combine(folder.Path, "out"))).Problems[0].Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restore_that_breaks_off_leaves_nothing_that_a_server_would_start_with(bool isThere)
    {
        using var folder = new TemporaryFolder();
        await using var service = await TestService.StartAsync();
        await UploadAsync(service);
        var (backup, target) = (Path.Combine(folder.Path, "backup"), Path.Combine(folder.Path, "target"));
        ServerBackup.Create(DataOf(service), backup, includeVaultKey: true);
        var key = Path.Combine(backup, "vault.key");
        var bytes = await File.ReadAllBytesAsync(key, Cancellation);
        // A disk that fails at the last of the files: nobody can read the first byte of a process.
        File.Delete(key);
        File.CreateSymbolicLink(key, "/proc/self/mem");
        if (isThere)
            Directory.CreateDirectory(target);
        Assert.ThrowsAny<Exception>(() => ServerBackup.Restore(backup, target));
        Assert.False(File.Exists(Path.Combine(target, "slipway.db")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.Path), entry => entry.Contains("unfinished", StringComparison.Ordinal));
        File.Delete(key);
        await File.WriteAllBytesAsync(key, bytes, Cancellation);
        // What a process that was killed leaves.
        Directory.CreateDirectory(Path.Combine(target, ".unfinished", "blobs"));
        Directory.CreateDirectory(target + ".unfinished");
        Assert.True(ServerBackup.Restore(backup, target).HasVaultKey);
        Assert.Equal(["blobs", "slipway.db", "vault.key"], Directory.EnumerateFileSystemEntries(target).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }

    private static string DataOf(TestService service) => service.App.Services.GetRequiredService<ServerOptions>().DataFolder;

    private static async Task<string> UploadAsync(TestService service)
    {
        var content = RandomNumberGenerator.GetBytes(20_000);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        using var answer = await service.Admin.PutAsync("/api/v1/blobs/" + sha256, new ByteArrayContent(content), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return sha256;
    }

    private static async Task LoadAsync(TestService service, Action written, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await UploadAsync(service);
            await service.Admin.PostAsync("/api/v1/applications", new { name = "App " + Guid.NewGuid() });
            written();
        }
    }
}
