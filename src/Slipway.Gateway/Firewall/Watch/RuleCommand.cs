using System.ComponentModel;
using System.Diagnostics;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Watch;

/// <summary>The program that applies a file of rules. The file is its last argument.</summary>
/// <param name="command">The program and its first arguments; no shell reads them.</param>
/// <param name="limit">How long it may take.</param>
public sealed class RuleCommand(IReadOnlyList<string> command, TimeSpan limit)
{
    private const int MaxOutput = 500;

    /// <summary>Applies the file.</summary>
    /// <exception cref="ProblemException">The program failed, is not there or did not end in time.</exception>
    public async Task ApplyAsync(string path, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), Path.GetFullPath(path)]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(time.Token);
                var error = await process.StandardError.ReadToEndAsync(time.Token);
                await process.WaitForExitAsync(time.Token);
                if (process.ExitCode != 0)
                    throw Failed($"{command[0]} ended with {process.ExitCode}. {Short(error + await output)}".TrimEnd());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception e)
        {
            throw new ProblemException(FirewallProblems.NotApplied.At(command[0], "The program cannot be started."), e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ProblemException(FirewallProblems.NotApplied.At(command[0], $"The program did not end within {limit.TotalSeconds} seconds."), e);
        }
    }

    private static string Short(string text) => text.Trim() is var trimmed && trimmed.Length > MaxOutput ? trimmed[..MaxOutput] : trimmed;

    private ProblemException Failed(string message) => new(FirewallProblems.NotApplied.At(command[0], message));
}
