using System.Diagnostics;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>Runs a program of the distribution.</summary>
internal static class OutsiderTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs to the end and returns what it printed; a missing program fails the test.</summary>
    public static OutsiderResult Run(string program, IEnumerable<string> arguments, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end");
        }
        process.WaitForExit();
        return new OutsiderResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>Runs and expects success.</summary>
    public static string RunWell(string program, IEnumerable<string> arguments, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var result = Run(program, arguments, environment);
        Assert.True(result.ExitCode == 0, $"{program}: {result.Errors} {result.Output}");
        return result.Output;
    }
}
