using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

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
