using System.ComponentModel;
using System.Diagnostics;

namespace Slipway.Build.Shell.Ios;

/// <summary>A program that compiles or links for iOS.</summary>
/// <param name="name">Its name in messages.</param>
/// <param name="executable">Its path.</param>
internal sealed class AppleTool(string name, string executable)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Returns its name and version; this starts the program.</summary>
    public string Version(CancellationToken cancellation)
    {
        var words = Run(["--version"], Path.GetTempPath(), cancellation).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return $"{name} {words.FirstOrDefault(word => char.IsAsciiDigit(word[0])) ?? "of unknown version"}";
    }

    /// <summary>Runs the program and returns its standard output.</summary>
    /// <exception cref="ShellCompilationException">The program failed, warned or took too long.</exception>
    public string Run(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // The user's settings for their own compilations must not change the shell. PATH stays, because the compiler uses it only to find other tools.
        foreach (var variable in (string[])["CPATH", "C_INCLUDE_PATH", "OBJC_INCLUDE_PATH", "SDKROOT", "CCC_OVERRIDE_OPTIONS", "IPHONEOS_DEPLOYMENT_TARGET"])
            start.Environment.Remove(variable);

        start.Environment["LC_ALL"] = "C";
        return Run(start, cancellation);
    }

    private string Run(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(start);
        using var registration = either.Token.Register(() => process.Kill(entireProcessTree: true));
        var standardOutput = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
            throw new ShellCompilationException(name, "it took longer than two minutes");

        return process.ExitCode == 0 && messages.Length == 0
            ? standardOutput.GetAwaiter().GetResult()
            : throw new ShellCompilationException(name, messages.Length == 0 ? $"it ended with code {process.ExitCode}" : messages.Trim());
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new ShellCompilationException(name, "it did not start");
        }
        catch (Win32Exception e)
        {
            throw new ShellCompilationException(name, e.Message);
        }
    }
}
