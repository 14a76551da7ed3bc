using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

/// <summary>Programs of the system.</summary>
internal static class SystemTools
{
    private const string SearchPath = "/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Full path of a program; null when it is not installed. The user's own search path does not count.</summary>
    public static string? Find(string name) =>
        SearchPath.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>How a command is started with its three streams, and without the environment of this process.</summary>
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
