using System.Diagnostics;

namespace Slipway.Cli.Tests;

/// <summary>One run of the program, as its callers see it.</summary>
internal sealed record SlipwayRun(int ExitCode, string Out, string Error)
{
    private static readonly Lazy<TemporaryFolder> OwnFolders = new(() => new TemporaryFolder());

    /// <summary>Caches and keys of the tests of this process: the shell is compiled once for all of them.</summary>
    public static string Home => OwnFolders.Value.Path;

    /// <summary>The program as it was built with the tests, to be run by <c>dotnet exec</c>.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "slipway.dll");

    public static SlipwayRun Of(params string[] arguments) => Of(arguments, []);

    public static SlipwayRun Of(string[] arguments, Dictionary<string, string> environment, string? workingFolder = null) =>
        Of("dotnet", ["exec", Assembly, .. arguments], environment, workingFolder);

    public static SlipwayRun Of(string program, string[] arguments, Dictionary<string, string> environment, string? workingFolder = null)
    {
        using var process = Start(program, arguments, environment, workingFolder);
        return End(process);
    }

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
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new SlipwayRun(process.ExitCode, output, error.Result);
    }
}
