using System.Diagnostics;

namespace Slipway.Cli.Tests;

/// <summary>One run of the program, as its callers see it.</summary>
internal sealed record SlipwayRun(int ExitCode, string Out, string Error)
{
    private static readonly Lazy<TemporaryFolder> OwnFolders = new(() => new TemporaryFolder());

    /// <summary>Caches and keys of the tests of this process: the shell is compiled once for all of them.</summary>
    public static string Home => OwnFolders.Value.Path;

    public static SlipwayRun Of(params string[] arguments) => Of(arguments, []);

    public static SlipwayRun Of(string[] arguments, Dictionary<string, string> environment, string? workingFolder = null) =>
        Of("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "slipway.dll"), .. arguments], environment, workingFolder);

    public static SlipwayRun Of(string program, string[] arguments, Dictionary<string, string> environment, string? workingFolder = null)
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
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new SlipwayRun(process.ExitCode, output, error.Result);
    }
}
