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

    public void Measure(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>A row: name, median, least, and how many times faster than the peer.</summary>
    public string Row(Samples? peer = null) =>
        $"| {Name} | {Median:0.0} | {Least:0.0} | {(peer is null ? "" : $"{peer.Median / Median:0.0}x")} |";
}
