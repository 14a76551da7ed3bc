using System.Diagnostics;
using System.Globalization;

namespace Slipway.Bench;

/// <summary>Builds at a service with one worker, through HTTP, from the submission to the downloaded package.</summary>
/// <param name="program">The launcher of Slipway.</param>
/// <param name="folder">The app.</param>
/// <param name="work">Scratch folder.</param>
internal sealed class ServiceBuilds(string program, string folder, string work)
{
    private const int WarmUp = 10;
    private const int AtOnce = 4;
    private const int PerMinute = 60;

    /// <summary>Measures one build at a time, as many builds as the worker can do, and 60 builds a minute.</summary>
    /// <param name="builds">How many of each kind.</param>
    public async Task MeasureAsync(int builds)
    {
        using var service = await ServiceUnderBench.StartAsync(program, Path.Combine(work, "data"));
        var app = new SubmittedApp(service.Client, folder);
        for (var i = 0; i < WarmUp; i++)
            await app.BuildAsync();
        Console.WriteLine("| builds of the service | p50 ms | p99 ms | builds a minute |");
        Console.WriteLine("|---|---|---|---|");
        Print("one at a time", await OneByOneAsync(app, builds));
        Print($"{AtOnce} at once", await TogetherAsync(app, builds));
        Print($"{PerMinute} a minute", await SteadilyAsync(app, builds));
    }

    private static async Task<(List<double> Times, TimeSpan Whole)> OneByOneAsync(SubmittedApp app, int builds)
    {
        var began = Stopwatch.GetTimestamp();
        var times = new List<double>();
        for (var i = 0; i < builds; i++)
            times.Add(await TimeAsync(app));
        return (times, Stopwatch.GetElapsedTime(began));
    }

    private static async Task<(List<double> Times, TimeSpan Whole)> TogetherAsync(SubmittedApp app, int builds)
    {
        var began = Stopwatch.GetTimestamp();
        var left = builds;
        var lanes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var times = new List<double>();
            while (Interlocked.Decrement(ref left) >= 0)
                times.Add(await TimeAsync(app));
            return times;
        }));
        return ([.. lanes.SelectMany(t => t)], Stopwatch.GetElapsedTime(began));
    }

    // Submits each build on schedule, whether or not the one before has ended.
    private static async Task<(List<double> Times, TimeSpan Whole)> SteadilyAsync(SubmittedApp app, int builds)
    {
        var began = Stopwatch.GetTimestamp();
        var running = new List<Task<double>>();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1) / PerMinute);
        for (var i = 0; i < builds; i++)
        {
            running.Add(TimeAsync(app));
            await timer.WaitForNextTickAsync();
        }

        return ([.. await Task.WhenAll(running)], Stopwatch.GetElapsedTime(began));
    }

    private static async Task<double> TimeAsync(SubmittedApp app)
    {
        var began = Stopwatch.GetTimestamp();
        await app.BuildAsync();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Print(string name, (List<double> Times, TimeSpan Whole) measured)
    {
        var sorted = measured.Times.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {sorted[sorted.Count / 2]:0} | {sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * 0.99))]:0} | {sorted.Count / measured.Whole.TotalMinutes:0} |"));
    }
}
