using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

/// <summary>A way to run programs that process untrusted files.</summary>
internal interface ISandbox
{
    /// <summary>Returns the command that starts a program.</summary>
    ProcessStartInfo Command(SandboxedProgram program);

    /// <summary>Returns the path of a mount inside the sandbox.</summary>
    string PathInside(SandboxMount mount);

    /// <summary>Returns the ids of the processes whose end ends everything inside; empty while there are none.</summary>
    /// <param name="started">The process that <see cref="Command"/> started.</param>
    IReadOnlyList<int> Roots(Process started);
}

/// <summary>A program to run in a sandbox.</summary>
/// <param name="Path">Path of the program inside the sandbox.</param>
/// <param name="Arguments">Its arguments; everybody on the machine can read them.</param>
internal sealed record SandboxedProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>Folders and files of the machine that it sees, besides the libraries of the system.</summary>
    public IReadOnlyList<SandboxMount> Mounts { get; init; } = [];

    /// <summary>All its environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Its limits.</summary>
    public SandboxLimits Limits { get; init; } = new();
}

/// <summary>A folder or file of the machine that is visible in the sandbox.</summary>
/// <param name="Source">Full path on the machine.</param>
/// <param name="Target">Full path in the sandbox.</param>
/// <param name="IsWritable">Whether the program may write to it.</param>
internal sealed record SandboxMount(string Source, string Target, bool IsWritable = false);

/// <summary>
/// No sandbox, for machines that cannot have one and build only trusted apps. Limits of single processes apply, but whatever takes
/// over a build has access to files, network and other processes.
/// </summary>
internal sealed class NoSandbox : ISandbox
{
    public ProcessStartInfo Command(SandboxedProgram program)
    {
        var limits = SystemTools.Find("prlimit") is { } prlimit ? new[] { prlimit }.Concat(ResourceLimits.Arguments(program.Limits)) : [];
        string[] command = [.. limits, program.Path, .. program.Arguments];
        var start = SystemTools.Start(command);
        foreach (var (name, value) in program.Environment)
            start.Environment[name] = value;
        return start;
    }

    public string PathInside(SandboxMount mount) => mount.Source;

    public IReadOnlyList<int> Roots(Process started) => [started.Id, .. ProcessTree.Below(started.Id)];
}
