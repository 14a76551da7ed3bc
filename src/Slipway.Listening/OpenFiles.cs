using System.Globalization;

namespace Slipway.Listening;

/// <summary>How many files a process may have open, and has. The runtime raises the soft limit to the hard one when it starts.</summary>
/// <param name="Limit">How many there may be.</param>
/// <param name="Used">How many there are.</param>
public sealed record OpenFiles(long Limit, long Used)
{
    /// <summary>With less than so many connections a server is of no use.</summary>
    internal const int LeastConnections = 16;

    // Libraries that are loaded later, and files of the database.
    private const int Own = 64;

    // A request opens files, too: as many as there are connections, until that is plenty.
    private const int MostForRequests = 4096;

    private const string LimitsFile = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>For how many connections there is room beside everything else.</summary>
    public int RoomForConnections
    {
        get
        {
            var free = Limit - Used - Own;
            return (int)Math.Clamp(Math.Max(free / 2, free - MostForRequests), 0, int.MaxValue);
        }
    }

    /// <summary>For how many connections there is room that need a second one each, to where they lead.</summary>
    public int RoomForTunnels => (int)Math.Clamp((Limit - Used - Own) / 2, 1, int.MaxValue);

    /// <summary>The least limit that is enough.</summary>
    internal long Least => Used + Own + (2 * LeastConnections);

    /// <summary>Those of this process.</summary>
    public static OpenFiles OfThisProcess() =>
        OperatingSystem.IsLinux() ? new OpenFiles(ReadLimit(File.ReadLines(LimitsFile)), Directory.EnumerateFileSystemEntries("/proc/self/fd").Count()) : new OpenFiles(int.MaxValue, 0);

    // proc_pid_limits(5): name, soft limit, hard limit and unit in columns.
    internal static long ReadLimit(IEnumerable<string> lines)
    {
        var line = lines.First(line => line.StartsWith(Line, StringComparison.Ordinal));
        var soft = line[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue;
    }
}
