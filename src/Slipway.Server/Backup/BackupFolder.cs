using Dapper;
using Microsoft.Data.Sqlite;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server.Backup;

/// <summary>A folder with the data of a service: the original or a backup.</summary>
internal sealed class BackupFolder(string path)
{
    private const string Unfinished = ".unfinished";

    public string Database => Path.Combine(path, "slipway.db");

    public string VaultKey => Path.Combine(path, "vault.key");

    /// <summary>Returns the path of the file of a blob or an artifact.</summary>
    public string FileOf(string location) => BlobLocation.IsValid(location) ? Path.Combine(path, "blobs", "objects", location) : throw Broken($"A row names the file '{location}'.");

    /// <summary>Opens the database.</summary>
    public SqliteConnection Open(bool writes = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Database,
            Mode = writes ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 60,
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Returns every row that names a file.</summary>
    public static IEnumerable<BackedFile> Files(SqliteConnection connection) =>
        connection.Query<BackedFile>("SELECT 'blobs' AS kind, location, size FROM blobs UNION ALL SELECT 'artifacts', location, size FROM artifacts");

    /// <summary>Creates the folder. If it exists, it must be empty, except for what an interrupted run left there.</summary>
    public static void Make(string folder)
    {
        foreach (var left in new[] { UnfinishedOf(folder, inside: true), UnfinishedOf(folder, inside: false) }.Where(Directory.Exists))
            Directory.Delete(left, recursive: true);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ProblemException(BackupProblems.NotEmpty.At(folder, "The folder is not empty."));
        OwnerOnly.Close(folder);
    }

    /// <summary>The folder in which files are collected first: beside the target, or inside it if it exists, because it may be a disk of its own.</summary>
    public static string UnfinishedOf(string folder, bool inside) =>
        inside ? Path.Combine(folder, Unfinished) : Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Unfinished;

    /// <summary>Moves everything into the parent folder, the database last, and removes this folder.</summary>
    public void MoveUp(string target)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(path).OrderBy(entry => entry == Database).ToList())
            Directory.Move(entry, Path.Combine(target, Path.GetFileName(entry)));
        Directory.Delete(path);
    }

    /// <summary>Checks that every file exists with its length and that the database is intact.</summary>
    /// <exception cref="ProblemException">A file or the database is damaged.</exception>
    public (int Files, long Bytes) Verify()
    {
        try
        {
            using var connection = Open();
            if (connection.ExecuteScalar<string>("PRAGMA integrity_check") is not "ok")
                throw Broken("The database is damaged.");
            if (connection.Query("PRAGMA foreign_key_check").Any())
                throw Broken("Rows of the database refer to rows that do not exist.");
            var (count, bytes) = (0, 0L);
            foreach (var file in Files(connection))
            {
                var info = new FileInfo(FileOf(file.Location));
                if (!info.Exists || info.Length != file.Size)
                    throw Broken($"The file {file.Location} is {(info.Exists ? $"{info.Length} bytes long instead of {file.Size}" : "missing")}.");
                (count, bytes) = (count + 1, bytes + file.Size);
            }

            return (count, bytes);
        }
        catch (SqliteException e)
        {
            throw new ProblemException(BackupProblems.Broken.At(path, "The database cannot be read."), e);
        }
    }

    /// <summary>Copies a file: as a hard link where the file system supports it, otherwise byte by byte. Files never change, so both are safe.</summary>
    public static void Transfer(string from, string to)
    {
        OwnerOnly.MakeFolder(Path.GetDirectoryName(to)!);
        if (!HardLink.TryCreate(from, to))
            File.Copy(from, to);
    }

    private ProblemException Broken(string message) => new(BackupProblems.Broken.At(path, message));
}

/// <summary>A row that names a file. Its properties are settable, because an empty result of SQLite has no types to match with a constructor.</summary>
internal sealed record BackedFile
{
    /// <summary>The table.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public string Location { get; init; } = "";

    /// <summary>Its length.</summary>
    public long Size { get; init; }
}
