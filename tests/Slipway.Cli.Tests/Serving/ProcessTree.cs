using System.Globalization;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Processes and those that they started.</summary>
internal static class ProcessTree
{
    /// <summary>All processes that a process started, and those that these started.</summary>
    public static IReadOnlyList<int> Below(int process)
    {
        var parents = Directory.GetDirectories("/proc").Select(d => Path.GetFileName(d)!).Where(n => n.All(char.IsAsciiDigit))
            .Select(n => (Id: int.Parse(n, CultureInfo.InvariantCulture), Parent: Parent(n))).ToLookup(p => p.Parent, p => p.Id);
        var found = new List<int>();
        var waiting = new Queue<int>([process]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var child in parents[next])
            {
                found.Add(child);
                waiting.Enqueue(child);
            }
        }

        return found;
    }

    /// <summary>Waits for the end of a process that somebody else started.</summary>
    public static async Task EndAsync(int process)
    {
        try
        {
            using var handle = System.Diagnostics.Process.GetProcessById(process);
            await handle.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    public static bool IsAlive(int process)
    {
        try
        {
            return Fields(process.ToString(CultureInfo.InvariantCulture))[0] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int Parent(string process)
    {
        try
        {
            return int.Parse(Fields(process)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    // What follows the name, which may have spaces and brackets in it: state, parent, and more.
    private static string[] Fields(string process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        return text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }
}
