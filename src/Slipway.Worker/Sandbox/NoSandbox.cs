using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

/// <summary>
/// No sandbox at all, for machines that cannot have one and whose apps are all one's own. Bounds of single processes hold; files,
/// network and other processes are open to whatever takes over a build.
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
