using System.Collections.Concurrent;
using System.Diagnostics;

namespace Slipway.Worker.Sandbox;

/// <summary>
/// Starts processes on one thread that lives as long as this process. Sandboxes ask the kernel to end them together with their
/// parent (prctl(2), PR_SET_PDEATHSIG), and the kernel takes the thread that started them as the parent.
/// </summary>
internal static class SpawnThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static SpawnThread() => new Thread(Run) { IsBackground = true, Name = "process starter" }.Start();

    /// <summary>Starts a process.</summary>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var result = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                FileInheritance.KeepFromPrograms();
                result.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        });
        return result.Task;
    }

    private static void Run()
    {
        foreach (var step in Work.GetConsumingEnumerable())
            step();
    }
}
