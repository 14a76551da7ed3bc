using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

/// <summary>A way to run programs that meet files of strangers.</summary>
internal interface ISandbox
{
    /// <summary>How a program is started.</summary>
    ProcessStartInfo Command(SandboxedProgram program);

    /// <summary>What a mounted path is called inside.</summary>
    string PathInside(SandboxMount mount);

    /// <summary>Process numbers of the processes whose end is the end of everything inside; empty while there are none yet.</summary>
    /// <param name="started">The process that <see cref="Command"/> made.</param>
    IReadOnlyList<int> Roots(Process started);
}
