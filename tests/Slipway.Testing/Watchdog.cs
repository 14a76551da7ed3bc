using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit.Sdk;

namespace Slipway.Testing;

/// <summary>
/// Ends the process, and names the test, when a test blocks its thread for longer than the limit: nothing in .NET ends a thread.
/// Asynchronous tests fail before that and one by one.
/// </summary>
internal sealed class Watchdog : IMessageSink, IDisposable
{
    private const int ExitCode = 86;

    // What xunit needs to fail an asynchronous test by itself, and to clean up after it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (string Name, long Began)> _running = new(StringComparer.Ordinal);
    private readonly IMessageSink _next;
    private readonly TimeSpan _limit;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _ended = new();

    public Watchdog(IMessageSink next, TimeSpan limit)
    {
        (_next, _limit) = (next, limit);
        // A thread, because hung tests may hold all of the pool's.
        _thread = new Thread(Watch) { IsBackground = true, Name = nameof(Watchdog) };
        _thread.Start();
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        if (message is ITestStarting starting)
            _running[starting.TestUniqueID] = (starting.TestDisplayName, Stopwatch.GetTimestamp());
        else if (message is ITestFinished finished)
            _running.TryRemove(finished.TestUniqueID, out _);
        return _next.OnMessage(message);
    }

    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _ended.Dispose();
    }

    private void Watch()
    {
        while (!_ended.Wait(TimeSpan.FromSeconds(1)))
        {
            var hung = _running.Values.Where(test => Stopwatch.GetElapsedTime(test.Began) > _limit + Grace).ToList();
            if (hung.Count > 0)
                End(hung);
        }
    }

    private void End(List<(string Name, long Began)> hung)
    {
        foreach (var (name, began) in hung)
            Console.WriteLine($"    {name} [FAIL]\n      The test hangs: after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, with a limit of {_limit.TotalSeconds:F0} s, it still blocks its thread.");
        var others = _running.Values.Except(hung).Select(test => test.Name).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"      The tests end here. Also running: {(others.Count == 0 ? "none" : string.Join(", ", others))}");
        Console.Out.Flush();
        // Not a part of this thread's work: the handlers of the end may wait for what hangs.
        new Thread(() => Environment.Exit(ExitCode)) { IsBackground = true }.Start();
        Thread.CurrentThread.Join(Grace);
        Process.GetCurrentProcess().Kill();
    }
}
