namespace Slipway.Protocol.Problems;

/// <summary>Problems that prevent a server or a worker from starting or from working safely.</summary>
public static class HostingProblems
{
    /// <summary>The address to listen on cannot be used.</summary>
    public static ProblemKind ListenAddress { get; } = new(
        "SLW-HST-40001",
        "The address to listen on cannot be used",
        "A server listens on http or https, an address of this machine and a port. For https it also needs a certificate.",
        "Write it as http://127.0.0.1:8484. For https, set a certificate in ASPNETCORE_Kestrel__Certificates__Default__Path and ..__Password, or put a proxy in front.");

    /// <summary>The address is in use.</summary>
    public static ProblemKind AddressInUse { get; } = new(
        "SLW-HST-50001",
        "The address is in use",
        "Another program listens on this port, perhaps another slipway serve.",
        "Stop the other program, or choose another port with --urls.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The address does not belong to this machine.</summary>
    public static ProblemKind AddressRefused { get; } = new(
        "SLW-HST-50002",
        "The machine refuses the address",
        "The address belongs to another machine, or the port is one that only the superuser may listen on.",
        "Choose an address of this machine and a port above 1023.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The data folder cannot be used.</summary>
    public static ProblemKind DataFolder { get; } = new(
        "SLW-HST-50003",
        "The data folder cannot be used",
        "The folder lacks permissions, is on a disk that is read-only, or a file is in its place.",
        "Give another folder with --data, or correct its permissions.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The data folder is open to others.</summary>
    public static ProblemKind DataFolderOpen { get; } = new(
        "SLW-HST-20002",
        "The data folder is open to others",
        "The folder belongs to another user than the one that runs the service, and everyone on the machine can enter it. The files that the service creates there are still its own.",
        "As the owner, remove the permissions of others with chmod o= on the folder, or change its owner to the user that runs the service.",
        Severity.Warning);

    /// <summary>The data folder is in use.</summary>
    public static ProblemKind DataFolderInUse { get; } = new(
        "SLW-HST-50004",
        "The data folder is in use",
        "Another slipway serve uses this folder. SQLite serves one server; for several, use PostgreSQL.",
        "Stop the other server, or give this one its own folder with --data.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The address of the service cannot be used.</summary>
    public static ProblemKind ServiceAddress { get; } = new(
        "SLW-HST-40002",
        "The address of the service cannot be used",
        "Tokens and keys travel to a worker, so a service on another machine must have an https address.",
        "Write it as https://builds.example.com.");

    /// <summary>There is no token.</summary>
    public static ProblemKind TokenFile { get; } = new(
        "SLW-HST-40003",
        "There is no token in the file",
        "The file is missing, cannot be read, or its first line is no token.",
        "Write the token of the worker to a file that only its user can read, and name it with --token-file.");

    /// <summary>Others can read the token file.</summary>
    public static ProblemKind TokenFileOpen { get; } = new(
        "SLW-HST-20001",
        "Others can read the token file",
        "Anyone who has a worker's token can get the signing keys of the apps that it builds.",
        "Remove the permissions of others with chmod 600.",
        Severity.Warning);

    /// <summary>The worker was stopped.</summary>
    public static ProblemKind WorkerStopped { get; } = new(
        "SLW-HST-50005",
        "The worker was stopped",
        "The machine of the worker restarts, or the service was stopped, before the build was done.",
        "You do not need to do anything: another worker takes over the build.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The worker's folder cannot be used.</summary>
    public static ProblemKind WorkFolder { get; } = new(
        "SLW-HST-50006",
        "The folder of the worker cannot be used",
        "Another worker uses the folder, or it is not writable.",
        "Stop the other worker, or give this one its own folder with --work.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The public address cannot be used.</summary>
    public static ProblemKind PublicAddress { get; } = new(
        "SLW-HST-40004",
        "The public address cannot be used",
        "A service needs a host name of its own: links, clients and gateways know it by its host, not by a path below a shared one.",
        "Give the service a name such as https://builds.example.com, without a path, and have the proxy pass on everything under that name.");

    /// <summary>Too few files may be open.</summary>
    public static ProblemKind OpenFiles { get; } = new(
        "SLW-HST-50007",
        "The limit of open files is too low",
        "Each connection is an open file, and the program, the database and requests need more of them. The system allows the process too few.",
        "Raise the limit: LimitNOFILE=65536 in a systemd unit, --ulimit nofile=65536 for a container, ulimit -n 65536 in a shell. Or allow fewer connections.",
        Severity.Error,
        Blame.Machine);

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        ListenAddress, AddressInUse, AddressRefused, DataFolder, DataFolderOpen, DataFolderInUse, ServiceAddress, TokenFile, TokenFileOpen, WorkerStopped, WorkFolder, PublicAddress, OpenFiles,
    ];
}
