using System.Diagnostics;

namespace Slipway.Testing;

/// <summary>Runs programs of somebody else to their end. One that is missing, or does not end in time, fails the test.</summary>
public static class ExternalTool
{
    /// <summary>The time that a program has unless the caller says otherwise.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program to its end.</summary>
    public static ToolResult Run(string program, params IEnumerable<string> arguments) => Run(new ProcessStartInfo(program, arguments));

    /// <summary>Runs a program that has to succeed and returns everything that it said.</summary>
    public static string RunWell(string program, params IEnumerable<string> arguments) => Run(program, arguments).Well().All;

    /// <summary>Runs a program that has to succeed and returns its standard output alone.</summary>
    public static string Read(string program, params IEnumerable<string> arguments) => Run(program, arguments).Well().Output;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">The program, and whatever is special about its start.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="limit">The time that it has; otherwise <see cref="Limit"/>.</param>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public static ToolResult Run(ProcessStartInfo start, string input = "", TimeSpan? limit = null)
    {
        // Messages are compared, and must not depend on who runs the tests.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.RedirectStandardInput = true;
        using var process = StartedProcess.Start(start, limit);
        process.Feed(input);
        return process.End();
    }
}
