using System.Diagnostics;

namespace Slipway.Bench;

/// <summary>Somebody else's way to the same package.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">With what.</param>
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
