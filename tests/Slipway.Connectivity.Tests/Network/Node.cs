using System.Diagnostics;
using System.Globalization;

namespace Slipway.Connectivity.Tests.Network;

/// <summary>A machine: a network namespace with a folder, variables and name servers of its own.</summary>
public sealed class Node : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly List<Background> _background = [];
    private readonly string _settings;
    private HashSet<string> _kept = [];

    public Node(string name, string folder)
    {
        Name = name;
        Namespace = $"slipway{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{name}";
        Folder = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        _settings = Path.Combine("/etc/netns", Namespace);
        Local("ip", "netns", "add", Namespace).Well();
        // ip netns exec puts what is in there over /etc.
        Directory.CreateDirectory(_settings);
        File.WriteAllText(Path.Combine(_settings, "resolv.conf"), "");
        Ip("link set lo up");
    }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>Files of this machine.</summary>
    public string Folder { get; }

    /// <summary>Environment variables of every program that is run here, such as HTTPS_PROXY.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Runs a program that needs no machine of its own.</summary>
    public static Ran Local(string program, params string[] arguments) => End(new ProcessStartInfo(program, arguments), null);

    /// <summary>Commands of ip, one a line.</summary>
    public void Ip(params string[] lines) => End(new ProcessStartInfo("ip", ["-n", Namespace, "-batch", "-"]), string.Join('\n', lines) + "\n").Well();

    /// <summary>Sets values of the kernel.</summary>
    public void Sysctl(params string[] values) => Run(["sysctl", "-q", "-w", .. values]).Well();

    /// <summary>Whom this machine asks for names.</summary>
    public void Resolver(params string[] addresses) =>
        File.WriteAllText(Path.Combine(_settings, "resolv.conf"), string.Concat(addresses.Select(a => $"nameserver {a}\n")) + "options timeout:1 attempts:1\n");

    /// <summary>Whom this machine asks for names, and how resolv.conf tells it to search them.</summary>
    public void Searching(string address, string domain, int dots) =>
        File.WriteAllText(Path.Combine(_settings, "resolv.conf"), $"nameserver {address}\nsearch {domain}\noptions timeout:1 attempts:1 ndots:{dots}\n");

    /// <summary>Writes a file of this machine; gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a program here to its end.</summary>
    public Ran Run(params string[] command) => End(Prepare(command), null);

    /// <summary>Runs a program here that reads a text.</summary>
    public Ran Feed(string input, params string[] command) => End(Prepare(command), input);

    /// <summary>Runs this build of slipway here to its end.</summary>
    public Ran Slipway(params string[] arguments) => Run(["slipway", .. arguments]);

    /// <summary>Starts a program here that goes on; it ends with the scenario.</summary>
    public Background Start(params string[] command)
    {
        var background = new Background(Prepare(command));
        _background.Add(background);
        return background;
    }

    /// <summary>Starts this build of slipway here.</summary>
    public Background StartSlipway(params string[] arguments) => Start(["slipway", .. arguments]);

    /// <summary>Replaces the rules of the packet filter.</summary>
    public void Filter(string rules) => Feed("flush ruleset\n" + rules, "nft", "-f", "-").Well();

    /// <summary>What runs now stays when others are ended.</summary>
    public void KeepRunning() => _kept = [.. Processes()];

    /// <summary>Ends what was started here, also what went into the background by itself.</summary>
    public void EndBackground()
    {
        _background.ForEach(b => b.Dispose());
        _background.Clear();
        if (Processes().Except(_kept).ToArray() is { Length: > 0 } others)
            Local("kill", ["-KILL", .. others]);
    }

    public void Dispose()
    {
        _kept = [];
        EndBackground();
        Local("ip", "netns", "delete", Namespace);
        Directory.Delete(_settings, recursive: true);
    }

    private string[] Processes() => Local("ip", "netns", "pids", Namespace).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Ran End(ProcessStartInfo start, string? input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        var command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end: {output.Result}{error.Result}");
        }

        return new Ran(command, process.ExitCode, output.Result, error.Result);
    }

    private ProcessStartInfo Prepare(string[] command)
    {
        var start = new ProcessStartInfo("ip", ["netns", "exec", Namespace, .. command]) { WorkingDirectory = Folder };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("SLIPWAY_", StringComparison.Ordinal) || n.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, folder) in new[] { ("SLIPWAY_CACHE", "cache"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("HOME", "home") })
            start.Environment[name] = Path.Combine(Folder, folder);
        start.Environment["DOTNET_CLI_HOME"] = Folder;
        start.Environment["PATH"] = $"{Lab.Commands}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return start;
    }
}
