using Microsoft.Data.Sqlite;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Store;

/// <summary>Tells the states of an SQLite file apart by its result codes (sqlite.org/rescode.html).</summary>
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

    /// <summary>The problem behind an exception; null when it is none of the file's.</summary>
    public static Problem? Describe(Exception failure, string where) => failure is not SqliteException e ? null : e.SqliteErrorCode switch
    {
        Busy or Locked => DatabaseProblems.FileLocked.At(where, "Another process keeps the file locked."),
        ReadOnly => DatabaseProblems.FileUnusable.At(where, "The file, or the disk that it is on, is read-only."),
        Permission or CannotOpen => DatabaseProblems.FileUnusable.At(where, "The file cannot be opened."),
        InputOutput => DatabaseProblems.FileUnusable.At(where, "The disk failed to read or write the file."),
        Corrupt => DatabaseProblems.FileDamaged.At(where, "The file is damaged."),
        NotADatabase => DatabaseProblems.FileDamaged.At(where, "The file is no database of SQLite."),
        Full => ServerProblems.StorageFull.At(where, "The disk of the database is full."),
        _ => null,
    };
}
