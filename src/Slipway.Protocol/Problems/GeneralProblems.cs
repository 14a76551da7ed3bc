namespace Slipway.Protocol.Problems;

/// <summary>Problems that any command can have.</summary>
public static class GeneralProblems
{
    /// <summary>The result cannot be written.</summary>
    public static ProblemKind OutputUnwritable { get; } = new(
        "SLW-GEN-40010",
        "The result cannot be written",
        "The output folder is not writable, or a file is in its place.",
        "Give another folder with --out, or correct its permissions.");

    /// <summary>The package is invalid.</summary>
    public static ProblemKind PackageInvalid { get; } = new(
        "SLW-GEN-40011",
        "The package is invalid",
        "The structure or a signature of the package is not valid.",
        "Build or sign the package again.");

    /// <summary>The cache cannot be written.</summary>
    public static ProblemKind CacheUnwritable { get; } = new(
        "SLW-GEN-50002",
        "The cache cannot be written",
        "The cache folder belongs to another user, usually to root after a build as root, or the home folder is read-only.",
        "Change its owner with chown, or name another folder in SLIPWAY_CACHE.",
        Severity.Notice,
        Blame.Machine);

    /// <summary>Slipway failed.</summary>
    public static ProblemKind Failed { get; } = new(
        "SLW-GEN-50000",
        "Slipway failed",
        "This is a fault of Slipway, not of the app.",
        "Report it with the named file.",
        Severity.Error,
        Blame.Slipway);

    /// <summary>The disk is full.</summary>
    public static ProblemKind DiskFull { get; } = new(
        "SLW-GEN-50001",
        "The disk is full",
        "There is no space left for the output or the cache.",
        "Free some space. You can delete the cache at any time.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The system refuses a file.</summary>
    public static ProblemKind FileTrouble { get; } = new(
        "SLW-GEN-50003",
        "The system refuses a file or a folder",
        "A given file or folder, or one of Slipway's own, cannot be opened, created or written.",
        "Check the paths that were given, their permissions, and the folders named by HOME, TMPDIR, SLIPWAY_CACHE, XDG_DATA_HOME and XDG_CONFIG_HOME.",
        Severity.Error,
        Blame.Machine);

    /// <summary>There is not enough memory.</summary>
    public static ProblemKind MemoryFull { get; } = new(
        "SLW-GEN-50004",
        "There is not enough memory",
        "The machine, the container or a setting such as DOTNET_GCHeapHardLimit leaves less memory than the work needs.",
        "Raise the limit, or give the work to a machine with more memory.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The program on the .NET runtime cannot be started.</summary>
    public static ProblemKind NoRuntime { get; } = new(
        "SLW-GEN-50005",
        "This verb needs the .NET runtime",
        "The native program builds, inspects and signs packages. The service, its worker and the gateway run on the .NET runtime, in a program that the launcher starts.",
        "Run the verb with the launcher: ./slipway in the folder of the sources.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        OutputUnwritable, PackageInvalid, CacheUnwritable, Failed, DiskFull, FileTrouble, MemoryFull, NoRuntime,
    ];
}
