using System.Diagnostics;

namespace Slipway.Bench;

/// <summary>Measured times of one thing, in milliseconds.</summary>
internal sealed class Samples(string name)
{
    private readonly List<double> _times = [];

    public string Name { get; } = name;

    public double Median => _times.Order().ElementAt(_times.Count / 2);

    public double Least => _times.Min();

    public async Task MeasureAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private double Tail => _times.Order().ElementAt(_times.Count * 99 / 100);

    public void Measure(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    public async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        lock (_times)
            _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>A row: name, median, 99th percentile, and how many times faster than the peer.</summary>
    public string TailRow(Samples? peer = null) =>
        $"| {Name} | {Median:0.0} | {Tail:0.0} | {(peer is null ? "" : $"{peer.Median / Median:0.0}x")} |";

    /// <summary>A row: name, median, minimum, and how many times faster than the peer.</summary>
    public string Row(Samples? peer = null) =>
        $"| {Name} | {Median:0.0} | {Least:0.0} | {(peer is null ? "" : $"{peer.Median / Median:0.0}x")} |";
}
