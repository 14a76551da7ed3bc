namespace Slipway.Protocol.Problems;

/// <summary>Problems of running a build in a sandbox on a worker.</summary>
public static class SandboxProblems
{
    /// <summary>The files of the app cannot be fetched.</summary>
    public static ProblemKind ContentsMissing { get; } = new(
        "SLW-SBX-10001",
        "The files of the app cannot be fetched",
        "The worker requested the files of the app from the service, but some are missing or do not match their hashes.",
        "Start the build again; if that does not help, upload the app again.",
        Severity.Error,
        Blame.Network);

    /// <summary>The worker cannot send what it has built.</summary>
    public static ProblemKind ResultUnsent { get; } = new(
        "SLW-SBX-10002",
        "The worker cannot send what it has built",
        "The service answers the worker, but for minutes the package or the log did not arrive. Most often, a proxy between them refuses large bodies or holds them back.",
        "Look for a proxy between the worker and the service that scans bodies or limits their size; slipway doctor on the worker's machine finds out more. The build is retried.",
        Severity.Error,
        Blame.Network);

    /// <summary>The build did something that no build does.</summary>
    public static ProblemKind Misbehaved { get; } = new(
        "SLW-SBX-20001",
        "The build did something that no build does",
        "The process that reads the app's files was stopped because it made a system call that builds never make. A file of the app may be crafted to attack its reader.",
        "Look for files in the app that are not yours. If there are none, report this.");

    /// <summary>Builds have no sandbox.</summary>
    public static ProblemKind Off { get; } = new(
        "SLW-SBX-20002",
        "Builds have no sandbox",
        "The worker was started with --no-sandbox. A file that takes over a build can use everything that the worker can: keys, files and the network.",
        "Leave --no-sandbox out, unless you trust all apps entirely.",
        Severity.Warning);

    /// <summary>The build exceeds a limit.</summary>
    public static ProblemKind LimitReached { get; } = new(
        "SLW-SBX-40001",
        "The build exceeds a limit",
        "A build's memory, time and disk space are limited. A very large app, or a file that is crafted to be costly, exceeds a limit.",
        "Make the app smaller: leave out what it does not need, and check the files of the icon.");

    /// <summary>The list of files is refused.</summary>
    public static ProblemKind ManifestRefused { get; } = new(
        "SLW-SBX-40002",
        "The list of the app's files is refused",
        "A path in it leads out of the app, is listed twice, or is both a file and a folder.",
        "Correct the path that the message names.");

    /// <summary>The build process ended unexpectedly.</summary>
    public static ProblemKind Crashed { get; } = new(
        "SLW-SBX-50001",
        "The build process ended unexpectedly",
        "The build's process ended without a result.",
        "Start the build again. If that does not help, report it.",
        Severity.Error,
        Blame.Slipway);

    /// <summary>The sandbox for builds is not available.</summary>
    public static ProblemKind Missing { get; } = new(
        "SLW-SBX-50002",
        "The sandbox for builds is not available",
        "Untrusted apps are built in a sandbox, which needs bubblewrap, util-linux and a kernel that allows namespaces.",
        "Install the packages bubblewrap and util-linux. In a container, allow user namespaces or run the worker outside. If you trust all apps entirely, you can start the worker with --no-sandbox.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The build process cannot be stopped.</summary>
    public static ProblemKind Stuck { get; } = new(
        "SLW-SBX-50003",
        "The build process cannot be stopped",
        "The build's process was killed but has not ended: most often, it waits for a disk that does not answer. The worker continues without it, and another worker retries the build.",
        "Check the disk of the worker's folders, especially if it is on another machine (NFS), and the kernel's log. The process ends when the disk answers or the machine restarts.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        ContentsMissing, ResultUnsent, Misbehaved, Off, LimitReached, ManifestRefused, Crashed, Missing, Stuck,
    ];
}
