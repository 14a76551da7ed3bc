using System.ComponentModel;
using System.Diagnostics;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Watch;

/// <summary>Runs the program that applies a file of rules. The file is its last argument.</summary>
/// <param name="command">The program and its first arguments, which are not passed to a shell.</param>
/// <param name="limit">The timeout of the program.</param>
public sealed class RuleCommand(IReadOnlyList<string> command, TimeSpan limit)
{
    private const int MaxOutput = 500;

    /// <summary>A program that fails when the rules are not in force, for instance because they were removed; null when there is none.</summary>
    public IReadOnlyList<string>? Probe { get; init; }

    /// <summary>Applies the file.</summary>
    /// <exception cref="ProblemException">The program failed, is missing or timed out.</exception>
    public async Task ApplyAsync(string path, CancellationToken cancellation)
    {
        var (code, output) = await RunAsync([.. command, Path.GetFullPath(path)], cancellation);
        if (code != 0)
            throw new ProblemException(FirewallProblems.NotApplied.At(command[0], $"{command[0]} ended with {code}. {Short(output)}".TrimEnd()));
    }

    /// <summary>Returns whether the rules are in force, as far as this can be checked.</summary>
    /// <exception cref="ProblemException">The program is missing or timed out.</exception>
    public async Task<bool> IsInForceAsync(CancellationToken cancellation) => Probe is null || (await RunAsync(Probe, cancellation)).Code == 0;

    private static string Short(string text) => text.Trim() is var trimmed && trimmed.Length > MaxOutput ? trimmed[..MaxOutput] : trimmed;

    private async Task<(int Code, string Output)> RunAsync(IReadOnlyList<string> program, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program[0], program.Skip(1)) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
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
                return (process.ExitCode, error + await output);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception e)
        {
            throw new ProblemException(FirewallProblems.NotApplied.At(program[0], "The program cannot be started."), e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ProblemException(FirewallProblems.NotApplied.At(program[0], $"The program did not end within {limit.TotalSeconds} seconds."), e);
        }
    }
}
