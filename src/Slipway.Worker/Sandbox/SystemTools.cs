using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

/// <summary>Finds and starts programs of the system.</summary>
internal static class SystemTools
{
    private const string SearchPath = "/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Returns the full path of a program; null if it is not installed. It ignores the user's PATH.</summary>
    public static string? Find(string name) =>
        SearchPath.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Returns the options to start a command with three redirected streams and without this process's environment.</summary>
    public static ProcessStartInfo Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        return start;
    }
}
