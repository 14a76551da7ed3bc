namespace Slipway.Protocol.Problems;

/// <summary>What keeps a worker from its work.</summary>
public static class WorkerProblems
{
    /// <summary>The service cannot be reached.</summary>
    public static ProblemKind Unreachable { get; } = new(
        "SLW-WRK-10001",
        "The service cannot be reached",
        "The service restarts, or the network between it and this machine is broken.",
        "Try again in some seconds; slipway doctor finds out where it breaks.",
        Severity.Error,
        Blame.Network);

    /// <summary>The answer of the service makes no sense.</summary>
    public static ProblemKind AnswerMalformed { get; } = new(
        "SLW-WRK-10002",
        "The answer of the service makes no sense",
        "The address belongs to another program, or something between it and this machine changes what is sent.",
        "Check the address. slipway doctor finds out what answers there.",
        Severity.Error,
        Blame.Network);

    /// <summary>The address of the service cannot be used.</summary>
    public static ProblemKind Address { get; } = new(
        "SLW-WRK-40001",
        "The address of the service cannot be used",
        "Tokens and keys travel to a worker, so a service on another machine has to have an https address.",
        "Write it as https://builds.example.com.");

    /// <summary>There is no token.</summary>
    public static ProblemKind TokenFile { get; } = new(
        "SLW-WRK-40002",
        "There is no token in the file",
        "The file is missing, cannot be read, or its first line is no token.",
        "Write the token of the worker to a file that only its user can read, and name it with --token-file.");

    /// <summary>The file of the token can be read by others.</summary>
    public static ProblemKind TokenFileOpen { get; } = new(
        "SLW-WRK-20001",
        "The file of the token can be read by others",
        "Who has the token of a worker gets the keys of those whose apps are built.",
        "Take the permissions of others away: chmod 600.",
        Severity.Warning);

    /// <summary>The worker was stopped.</summary>
    public static ProblemKind Stopped { get; } = new(
        "SLW-WRK-50002",
        "The worker was stopped",
        "The machine of the worker restarts, or the service was stopped, before the build was done.",
        "Nothing: another worker builds it.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The worker's disk is full.</summary>
    public static ProblemKind DiskFull { get; } = new(
        "SLW-WRK-50003",
        "The disk of the worker is full",
        "There was no space left for the files of the app or the package.",
        "Make space on the worker's disk. The build is tried again elsewhere.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } = [Unreachable, AnswerMalformed, Address, TokenFile, TokenFileOpen, Stopped, DiskFull];
}
