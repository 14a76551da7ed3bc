using System.Globalization;

namespace Slipway.Worker.Sandbox;

/// <summary>What the kernel tells about processes (proc(5)). Those that end meanwhile are not there.</summary>
internal static class ProcessTree
{
    /// <summary>The children of a process.</summary>
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

    /// <summary>The children of a process, and theirs.</summary>
    public static IEnumerable<int> Below(int process)
    {
        foreach (var child in Children(process))
        {
            yield return child;
            foreach (var other in Below(child))
                yield return other;
        }
    }

    /// <summary>Bytes of memory that processes have for themselves, together: what is mapped from files does not count.</summary>
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
