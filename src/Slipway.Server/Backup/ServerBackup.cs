using Dapper;
using Microsoft.Data.Sqlite;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Backup;

/// <summary>
/// Backs up the data of a service with SQLite and a folder, also while it runs: first a snapshot of the database, then the files
/// that its rows name. A file is stored before its row and removed after it, so every file that the snapshot names existed at
/// that moment.
/// </summary>
public static class ServerBackup
{
    /// <summary>Makes a backup.</summary>
    /// <param name="data">The service's data folder.</param>
    /// <param name="target">A folder that is empty or does not exist; the backup appears there only when it is complete.</param>
    /// <param name="includeVaultKey">Whether to copy the vault's keys, too. Whoever has such a backup can open its secrets.</param>
    /// <exception cref="ProblemException">There is nothing to back up, the target is not empty, or the copy is not complete.</exception>
    public static BackupReport Create(string data, string target, bool includeVaultKey)
    {
        var source = new BackupFolder(data);
        if (!File.Exists(source.Database))
            throw new ProblemException(BackupProblems.NothingThere.At(data, "There is no database slipway.db in the folder."));
        return Fill(target, unfinished =>
        {
            var copy = new BackupFolder(unfinished);
            CopyDatabase(source, copy);
            var dropped = CopyFiles(source, copy);
            return (dropped, includeVaultKey && CopyKey(source, copy));
        });
    }

    /// <summary>Restores a backup into a data folder.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="data">A folder that is empty or does not exist.</param>
    /// <exception cref="ProblemException">The backup is not complete, or the folder is not empty.</exception>
    public static BackupReport Restore(string backup, string data)
    {
        var source = new BackupFolder(backup);
        if (!File.Exists(source.Database))
            throw new ProblemException(BackupProblems.NothingThere.At(backup, "There is no database slipway.db in the folder."));
        source.Verify();
        return Fill(data, unfinished =>
        {
            var copy = new BackupFolder(unfinished);
            OwnerOnly.Ensure(copy.Database);
            File.Copy(source.Database, copy.Database, overwrite: true);
            using (var connection = source.Open())
            {
                foreach (var file in BackupFolder.Files(connection))
                    BackupFolder.Transfer(source.FileOf(file.Location), copy.FileOf(file.Location));
            }

            OwnerOnly.CloseFile(copy.Database);
            return (0, CopyKey(source, copy));
        });
    }

    // Until the copy is complete, it has another name, and the database is moved last. So nothing takes a part of a copy for the whole.
    private static BackupReport Fill(string target, Func<string, (int Dropped, bool WithKey)> copy)
    {
        var existed = Directory.Exists(target);
        BackupFolder.Make(target);
        var unfinished = BackupFolder.UnfinishedOf(target, inside: existed);
        BackupFolder.Make(unfinished);
        try
        {
            var (dropped, withKey) = copy(unfinished);
            var (files, bytes) = new BackupFolder(unfinished).Verify();
            if (existed)
            {
                new BackupFolder(unfinished).MoveUp(target);
            }
            else
            {
                Directory.Delete(target);
                Directory.Move(unfinished, target);
            }

            return new BackupReport(files, bytes, dropped, withKey);
        }
        catch (IOException e) when (DiskErrors.IsFull(e))
        {
            Directory.Delete(unfinished, recursive: true);
            throw new ProblemException(ServiceProblems.StorageFull.At(target, "The disk is full.", "Free space there, or name another folder, then try again. Nothing was left behind."), e);
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private static bool CopyKey(BackupFolder source, BackupFolder copy)
    {
        if (!File.Exists(source.VaultKey))
            return false;
        File.Copy(source.VaultKey, copy.VaultKey);
        return true;
    }

    private static void CopyDatabase(BackupFolder source, BackupFolder copy)
    {
        try
        {
            OwnerOnly.Ensure(copy.Database);
            using var from = source.Open();
            using var to = copy.Open(writes: true);
            from.BackupDatabase(to);
            // Without a write-ahead log the copy is one file. Uploads that were in progress start again from the beginning.
            to.Execute("PRAGMA journal_mode = DELETE; DELETE FROM blob_pieces;");
        }
        catch (SqliteException e)
        {
            throw new ProblemException(BackupProblems.Broken.At(source.Database, "The database cannot be copied."), e);
        }
    }

    // If a file is missing, either the service has removed it since the snapshot, or its data is damaged.
    private static int CopyFiles(BackupFolder source, BackupFolder copy)
    {
        using var live = source.Open();
        using var rows = copy.Open();
        var dropped = 0;
        foreach (var file in BackupFolder.Files(rows).ToList())
        {
            try
            {
                BackupFolder.Transfer(source.FileOf(file.Location), copy.FileOf(file.Location));
            }
            catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                if (live.ExecuteScalar<long>($"SELECT count(*) FROM {file.Kind} WHERE location = @Location", new { file.Location }) > 0)
                    throw new ProblemException(BackupProblems.Broken.At(file.Location, "The service's database names a file that does not exist."), e);
                rows.Execute($"DELETE FROM {file.Kind} WHERE location = @Location", new { file.Location });
                dropped++;
            }
        }

        return dropped;
    }
}

/// <summary>Summary of a backup.</summary>
/// <param name="Files">Number of blobs and artifacts.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Dropped">Rows removed from the copy because the service's own clean-up removed their files during the backup.</param>
/// <param name="HasVaultKey">Whether the backup includes the vault's keys.</param>
public sealed record BackupReport(int Files, long Bytes, int Dropped, bool HasVaultKey);
