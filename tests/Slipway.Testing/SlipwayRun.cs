using System.Diagnostics;

namespace Slipway.Testing;

/// <summary>One run of the program, as its callers see it.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record SlipwayRun(int ExitCode, string Out, string Error)
{
    // A build of the largest app on a slow machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly Lazy<TemporaryFolder> OwnFolders = new(() => new TemporaryFolder());

    // What ./slipway is for the native program, when it meets a verb that it does not contain.
    private static readonly Lazy<string> Launcher = new(() =>
    {
        var script = OwnFolders.Value.Add("launcher", $"#!/bin/sh\nexec dotnet exec '{Assembly}' \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    });

    /// <summary>Caches and keys of the tests of this process: the shell is compiled once for all of them.</summary>
    public static string Home => OwnFolders.Value.Path;

    /// <summary>The program as it was built with the tests, to be run by <c>dotnet exec</c>.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "slipway.dll");

    /// <summary>Runs the program to its end.</summary>
    public static SlipwayRun Of(params string[] arguments) => Of(arguments, []);

    /// <summary>Runs the program to its end, with variables of its own. It is the native program if <c>./test</c> gives one.</summary>
    public static SlipwayRun Of(string[] arguments, Dictionary<string, string> environment, string? workingFolder = null) =>
        NativeProgram.Given is { } native ? Of(native, arguments, environment, workingFolder) : OfRuntime(arguments, environment, workingFolder);

    /// <summary>Runs both programs, which must say the same, and returns what they say.</summary>
    public static SlipwayRun OfBoth(params string[] arguments)
    {
        var native = Of(NativeProgram.Path, arguments, []);
        var runtime = OfRuntime(arguments, []);
        return native == runtime ? native : throw new InvalidOperationException($"The programs differ.\nNative: {native}\nRuntime: {runtime}");
    }

    /// <summary>Runs the program on the .NET runtime to its end.</summary>
    public static SlipwayRun OfRuntime(string[] arguments, Dictionary<string, string> environment, string? workingFolder = null) =>
        Of("dotnet", ["exec", Assembly, .. arguments], environment, workingFolder);

    /// <summary>Runs another program to its end, with the variables of ours.</summary>
    public static SlipwayRun Of(string program, string[] arguments, Dictionary<string, string> environment, string? workingFolder = null)
    {
        using var process = Start(program, arguments, environment, workingFolder);
        return End(process);
    }

    /// <summary>Starts a program, whose streams are the caller's until <see cref="End"/>.</summary>
    public static Process Start(string program, string[] arguments, Dictionary<string, string> environment, string? workingFolder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingFolder ?? Home,
        };
        start.Environment["SLIPWAY_LAUNCHER"] = Launcher.Value;
        start.Environment["SLIPWAY_CACHE"] = Path.Combine(Home, "cache");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(Home, "data");
        start.Environment.Remove("SLIPWAY_KEYSTORE_PASSWORD");
        start.Environment.Remove("SLIPWAY_CERTIFICATE_PASSWORD");
        start.Environment.Remove("SOURCE_DATE_EPOCH");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a process that <see cref="Start"/> began.</summary>
    public static SlipwayRun End(Process process)
    {
        process.StandardInput.Close();
        var (_, exitCode, output, errors) = StartedProcess.Of(process, Limit).End();
        return new SlipwayRun(exitCode, output, errors);
    }
}
