namespace Slipway.Protocol.Problems;

/// <summary>Problems of backing up and restoring a service.</summary>
public static class BackupProblems
{
    /// <summary>There is nothing to back up.</summary>
    public static ProblemKind NothingThere { get; } = new(
        "SLW-BKP-40001",
        "There is nothing to back up",
        "The folder is neither the data folder of a service that uses SQLite nor a backup of one.",
        "Check the folder. Back up PostgreSQL and S3 with their own tools: see docs/operations.md.");

    /// <summary>The folder is not empty.</summary>
    public static ProblemKind NotEmpty { get; } = new(
        "SLW-BKP-40002",
        "The folder is not empty",
        "A backup or restore never overwrites other files.",
        "Name a folder that is empty or does not exist.");

    /// <summary>The copy is not complete.</summary>
    public static ProblemKind Broken { get; } = new(
        "SLW-BKP-50001",
        "The copy is not complete",
        "A file is missing or its length differs from the database, or the database is damaged: a disk is failing, or the folder was changed.",
        "Check the disk. Then repeat the backup, or use another one.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } = [NothingThere, NotEmpty, Broken];
}
