using System.Diagnostics;

namespace Slipway.Bench;

/// <summary>Another tool that makes the same package.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Program">The program to start.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Peer(string Name, string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Runs it once.</summary>
    public void Run()
    {
        using var process = Process.Start(new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Name} ended with {process.ExitCode}.");
    }
}
