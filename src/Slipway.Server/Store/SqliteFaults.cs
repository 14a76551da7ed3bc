using Microsoft.Data.Sqlite;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Maps the result codes of SQLite (sqlite.org/rescode.html) to problems.</summary>
internal static class SqliteFaults
{
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Returns the problem behind an exception; null if the file did not cause it.</summary>
    public static Problem? Describe(Exception failure, string where) => failure is not SqliteException e ? null : e.SqliteErrorCode switch
    {
        Busy or Locked => DatabaseProblems.FileLocked.At(where, "Another process keeps the file locked."),
        ReadOnly => DatabaseProblems.FileUnusable.At(where, "The file, or the disk that it is on, is read-only."),
        Permission or CannotOpen => DatabaseProblems.FileUnusable.At(where, "The file cannot be opened."),
        InputOutput => DatabaseProblems.FileUnusable.At(where, "The disk failed to read or write the file."),
        Corrupt => DatabaseProblems.FileDamaged.At(where, "The file is damaged."),
        NotADatabase => DatabaseProblems.FileDamaged.At(where, "The file is not an SQLite database."),
        Full => ServiceProblems.StorageFull.At(where, "The disk of the database is full."),
        _ => null,
    };
}
