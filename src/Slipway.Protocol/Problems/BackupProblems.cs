namespace Slipway.Protocol.Problems;

/// <summary>What keeps the data of a service from being backed up or restored.</summary>
public static class BackupProblems
{
    /// <summary>There is nothing to copy.</summary>
    public static ProblemKind NothingThere { get; } = new(
        "SLW-BKP-40001",
        "There is nothing to copy",
        "The folder is not the data folder of a service with SQLite, nor a backup of one.",
        "Check the folder. Services with PostgreSQL or S3 are backed up with the tools of those: docs/operations.md tells how.");

    /// <summary>The folder is not empty.</summary>
    public static ProblemKind NotEmpty { get; } = new(
        "SLW-BKP-40002",
        "The folder is not empty",
        "A backup or a restored service never goes over other files.",
        "Name a folder that is empty or not there.");

    /// <summary>The copy is not complete.</summary>
    public static ProblemKind Broken { get; } = new(
        "SLW-BKP-50001",
        "The copy is not complete",
        "A file is missing or has another length than the database says, or the database is damaged: a disk fails, or somebody changed the folder.",
        "Check the disk, and make the backup again or take another one.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } = [NothingThere, NotEmpty, Broken];
}
