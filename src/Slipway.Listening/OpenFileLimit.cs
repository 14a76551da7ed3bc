using System.Globalization;

namespace Slipway.Listening;

/// <summary>The limit of open files of a process and how many it has open. The runtime raises the soft limit to the hard one when it starts.</summary>
/// <param name="Limit">How many files may be open.</param>
/// <param name="Used">How many files are open.</param>
public sealed record OpenFileLimit(long Limit, long Used)
{
    /// <summary>The fewest connections with which a server is useful.</summary>
    internal const int LeastConnections = 16;

    // Reserved for libraries that are loaded later and for files of the database.
    private const int Own = 64;

    // Requests open files as well: one is reserved for each connection, up to this number.
    private const int MostForRequests = 4096;

    private const string LimitsFile = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>How many connections fit beside all other files.</summary>
    public int RoomForConnections
    {
        get
        {
            var free = Limit - Used - Own;
            return (int)Math.Clamp(Math.Max(free / 2, free - MostForRequests), 0, int.MaxValue);
        }
    }

    /// <summary>How many connections fit when each one needs a second connection to its destination.</summary>
    public int RoomForTunnels => (int)Math.Clamp((Limit - Used - Own) / 2, 1, int.MaxValue);

    /// <summary>The lowest sufficient limit.</summary>
    internal long Least => Used + Own + (2 * LeastConnections);

    /// <summary>Reads the numbers of this process.</summary>
    public static OpenFileLimit OfThisProcess() =>
        OperatingSystem.IsLinux()
            ? new OpenFileLimit(ReadLimit(File.ReadLines(LimitsFile)), Directory.EnumerateFileSystemEntries("/proc/self/fd").Count())
            : new OpenFileLimit(int.MaxValue, 0);

    // proc_pid_limits(5): name, soft limit, hard limit and unit in columns.
    internal static long ReadLimit(IEnumerable<string> lines)
    {
        var line = lines.First(line => line.StartsWith(Line, StringComparison.Ordinal));
        var soft = line[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue;
    }
}
