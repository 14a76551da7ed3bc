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
