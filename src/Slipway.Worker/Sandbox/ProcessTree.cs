using System.Globalization;

namespace Slipway.Worker.Sandbox;

/// <summary>Reads the tree of processes from proc(5). Processes that end meanwhile are left out.</summary>
internal static class ProcessTree
{
    /// <summary>Returns the children of a process.</summary>
    public static IReadOnlyList<int> Children(int process)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories($"/proc/{process}/task")
                    .SelectMany(task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Returns the descendants of a process.</summary>
    public static IEnumerable<int> Below(int process)
    {
        foreach (var child in Children(process))
        {
            yield return child;
            foreach (var other in Below(child))
                yield return other;
        }
    }

    /// <summary>Returns the private memory of processes together, in bytes: memory that is mapped from files does not count.</summary>
    public static long Memory(IEnumerable<int> processes) => processes.Sum(Memory);

    private static long Memory(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status")
                .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
                .Sum(Kilobytes) * 1024;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static long Kilobytes(string line) =>
        long.Parse(line.AsSpan(line.IndexOf(':') + 1).Trim().TrimEnd("kB").TrimEnd(), CultureInfo.InvariantCulture);
}
