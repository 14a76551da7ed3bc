namespace Slipway.Soak.Tests;

/// <summary>
/// Kills a member of the fleet every few seconds, and restarts what ended by itself, until it is stopped. On a machine so slow that
/// nothing would ever end between two kills, it waits for one end, but not for long. It spares the last attempt of a build: losing
/// that is an end as it should be, and no soak needs it.
/// </summary>
internal sealed class Chaos : IAsyncDisposable
{
    private const int MostPauses = 8;

    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    /// <param name="fleet">Servers and workers.</param>
    /// <param name="pause">Time between two kills.</param>
    /// <param name="seed">Decides who is killed.</param>
    /// <param name="look">What the builds do.</param>
    public Chaos(Fleet fleet, TimeSpan pause, int seed, Func<Task<Progress>> look) => _work = Task.Run(() => RunAsync(fleet, pause, new Random(seed), look));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
    }

    private async Task RunAsync(Fleet fleet, TimeSpan pause, Random random, Func<Task<Progress>> look)
    {
        using var timer = new PeriodicTimer(pause);
        try
        {
            var (before, pauses) = (0L, 0);
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                fleet.Members.ForEach(member => member.RestartWhenEnded());
                var now = await look();
                if (now.LastAttempts > 0 || (now.Ended == before && ++pauses < MostPauses))
                    continue;
                (before, pauses) = (now.Ended, 0);
                fleet.Members[random.Next(fleet.Members.Count)].KillAndRestart();
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }
}
