using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Slipway.Worker.Sandbox;

/// <summary>
/// Runs programs in a sandbox of bubblewrap(1): namespaces of their own for processes, network, mounts, IPC and host name; of the
/// machine's files only the libraries and fonts of the system and the mounts, read-only unless stated otherwise; no capabilities and no
/// way to gain any; no system calls that builds do not need. If the worker runs as root, each program gets a random user id that no
/// user has; otherwise it runs as the worker's user, mapped to nobody in a user namespace.
/// </summary>
/// <param name="filter">File with the filter of system calls (<see cref="SystemCallFilter"/>).</param>
internal sealed class BubblewrapSandbox(string filter) : ISandbox
{
    /// <summary>User ids that no distribution, container or directory service assigns (systemd, "Users, Groups, UIDs and GIDs").</summary>
    private const int FirstUser = 1_900_000_000;

    private const int Users = 200_000_000;
    private const string Nobody = "65534";
    private const string Fonts = "/usr/share/fonts";

    // bubblewrap takes the filter as the number of an open file, which the shell opens.
    private const string OpenFilter = """exec 9<"$1"; shift; exec "$@" """;

    private static readonly string[] LibraryFolders = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"];

    /// <summary>The required programs, with the Debian packages that contain them.</summary>
    public static IReadOnlyList<(string Program, string Package)> Needs { get; } =
        [("bwrap", "bubblewrap"), ("prlimit", "util-linux"), ("setpriv", "util-linux"), ("sh", "dash")];

    public ProcessStartInfo Command(SandboxedProgram program)
    {
        List<string> command = [Tool("sh"), "-c", OpenFilter, "sh", filter, Tool("bwrap"), "--seccomp", "9", .. Isolation(), .. View(program)];
        foreach (var (name, value) in program.Environment)
            command.AddRange(["--setenv", name, value]);
        // There is no tmpfs: it limits bytes only, and each empty file would take about a kilobyte of the machine's memory without being counted.
        if (program.Mounts.FirstOrDefault(mount => mount.IsWritable) is { } workspace)
            command.AddRange(["--setenv", "TMPDIR", workspace.Target]);
        command.AddRange(["--chdir", "/", "--", .. Drop(), "/usr/bin/prlimit", .. ResourceLimits.Arguments(program.Limits), "--", program.Path, .. program.Arguments]);
        return SystemTools.Start(command);
    }

    public string PathInside(SandboxMount mount) => mount.Target;

    /// <summary>Returns the first process of the inner process namespace: when it ends, the kernel ends all others, and it is reaped only after them.</summary>
    public IReadOnlyList<int> Roots(Process started) => ProcessTree.Children(started.Id);

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private static string[] Isolation() =>
    [
        .. IsRoot ? (string[])[] : ["--unshare-user", "--disable-userns", "--uid", Nobody, "--gid", Nobody],
        "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "slipway",
        "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
        .. IsRoot ? (string[])["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"] : [],
    ];

    private static List<string> View(SandboxedProgram program)
    {
        // Without explicit modes, only root could read the parents of mounted folders.
        List<string> view = ["--perms", "0755", "--dir", "/usr", "--perms", "0755", "--dir", "/usr/bin", "--perms", "0755", "--dir", "/etc", "--perms", "0755", "--dir", "/dev"];
        foreach (var folder in LibraryFolders.Where(Path.Exists))
        {
            var link = new FileInfo(folder).LinkTarget;
            view.AddRange(link is null ? ["--ro-bind", folder, folder] : ["--symlink", link, folder]);
        }

        // The fonts of the machine, so that texts in icons look the same in every build on it.
        if (Directory.Exists(Fonts))
            view.AddRange(["--perms", "0755", "--dir", Path.GetDirectoryName(Fonts)!, "--ro-bind", Fonts, Fonts]);
        foreach (var tool in new[] { "prlimit", "setpriv" })
            view.AddRange(["--ro-bind", Tool(tool), $"/usr/bin/{tool}"]);
        foreach (var device in new[] { "/dev/null", "/dev/urandom" })
            view.AddRange(["--dev-bind", device, device]);
        view.AddRange(["--proc", "/proc"]);
        foreach (var folder in program.Mounts.Select(m => Path.GetDirectoryName(m.Target)!).Where(f => f is not ("/" or "/usr")).Distinct())
            view.AddRange(["--perms", "0755", "--dir", folder]);
        foreach (var mount in program.Mounts)
            view.AddRange([mount.IsWritable ? "--bind" : "--ro-bind", mount.Source, mount.Target]);
        view.AddRange(["--remount-ro", "/"]);
        return view;
    }

    private static string[] Drop()
    {
        if (!IsRoot)
            return [];
        var user = (FirstUser + RandomNumberGenerator.GetInt32(Users)).ToString(CultureInfo.InvariantCulture);
        return ["/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "--"];
    }

    private static string Tool(string name) => SystemTools.Find(name) ?? name;
}
