using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Hosting;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Administration;

/// <summary>Counters as text for Prometheus (exposition format 0.0.4). No label contains a host, because clients could fill the memory with names.</summary>
internal sealed class GatewayMetrics
{
    private readonly ConcurrentDictionary<(DecisionVerdict Verdict, DenyReason Reason), long> _decisions = new();
    private long _up;
    private long _down;
    private long _milliseconds;
    private long _reloads;
    private long _refused;
    private long _faults;

    /// <summary>Returns how many requests ended with a verdict.</summary>
    public long Count(DecisionVerdict verdict) => _decisions.Where(d => d.Key.Verdict == verdict).Sum(d => d.Value);

    /// <summary>Counts a request that has ended.</summary>
    public void Add(Decision decision)
    {
        _decisions.AddOrUpdate((decision.Verdict, decision.Reason), 1, static (_, count) => count + 1);
        Interlocked.Add(ref _up, decision.Up);
        Interlocked.Add(ref _down, decision.Down);
        Interlocked.Add(ref _milliseconds, (long)decision.Duration.TotalMilliseconds);
    }

    /// <summary>Counts a reload of the configuration.</summary>
    public void Reloaded(bool succeeded) => Interlocked.Increment(ref succeeded ? ref _reloads : ref _refused);

    /// <summary>Counts a connection that ended by a fault of the gateway.</summary>
    public void Faulted() => Interlocked.Increment(ref _faults);

    /// <summary>Writes the text.</summary>
    public string Text(GatewayState state)
    {
        var text = new StringBuilder();
        Add(text, "requests_total", "counter", "Requests that have ended.",
            _decisions.OrderBy(d => d.Key).Select(d => ($"{{verdict=\"{Word(d.Key.Verdict)}\",reason=\"{d.Key.Reason.Text()}\"}}", d.Value)));
        Add(text, "up_bytes_total", "counter", "Bytes from clients.", [("", Interlocked.Read(ref _up))]);
        Add(text, "down_bytes_total", "counter", "Bytes to clients.", [("", Interlocked.Read(ref _down))]);
        Add(text, "request_milliseconds_total", "counter", "Time from requests to the ends of their tunnels.", [("", Interlocked.Read(ref _milliseconds))]);
        Add(text, "connections", "gauge", "Connections of clients that are open.", [("", state.Proxy.OpenConnections)]);
        Add(text, "accepted_total", "counter", "Connections of clients.", [("", state.Proxy.Accepted)]);
        Add(text, "log_lines_lost_total", "counter", "Decisions that could not be written.", [("", state.LogLost)]);
        Add(text, "reloads_total", "counter", "Reloads of the configuration.",
            [("{result=\"taken\"}", Interlocked.Read(ref _reloads)), ("{result=\"refused\"}", Interlocked.Read(ref _refused))]);
        Add(text, "faults_total", "counter", "Connections that ended by a fault of the gateway.", [("", Interlocked.Read(ref _faults))]);
        Add(text, "ready", "gauge", "1 when the gateway lets through what its rules allow.", [("", state.IsReady ? 1 : 0)]);
        return text.ToString();
    }

    private static string Word(DecisionVerdict verdict) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());

    private static void Add(StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, long Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP slipway_gateway_{name} {help}\n# TYPE slipway_gateway_{name} {type}\n");
        foreach (var (labels, value) in values)
            text.Append(CultureInfo.InvariantCulture, $"slipway_gateway_{name}{labels} {value}\n");
    }
}
