using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Slipway.Gateway.Relay;

/// <summary>Counters as text for Prometheus.</summary>
internal sealed class RelayMetrics
{
    private readonly ConcurrentDictionary<int, long> _statuses = new();
    private readonly ConcurrentDictionary<string, long> _problems = new(StringComparer.Ordinal);
    private long _up;
    private long _down;
    private long _milliseconds;
    private int _active;
    private int _connections;

    /// <summary>Counts a connection that begins (1) or ends (-1).</summary>
    public void Connected(int change) => Interlocked.Add(ref _connections, change);

    /// <summary>Counts a request that begins.</summary>
    public void Begin() => Interlocked.Increment(ref _active);

    /// <summary>Counts a request that has ended.</summary>
    public void End(RelayedRequest request)
    {
        Interlocked.Decrement(ref _active);
        Interlocked.Add(ref _up, request.Up);
        Interlocked.Add(ref _down, request.Down);
        Interlocked.Add(ref _milliseconds, (long)request.Took.TotalMilliseconds);
        _statuses.AddOrUpdate(request.Status, 1, (_, count) => count + 1);
        if (request.Problem is { } problem)
            _problems.AddOrUpdate(problem.Code, 1, (_, count) => count + 1);
    }

    /// <summary>Writes the text (exposition format 0.0.4).</summary>
    /// <param name="lost">The number of lost log lines.</param>
    /// <param name="expires">When the relay's certificate expires.</param>
    public string Text(long lost, DateTimeOffset expires)
    {
        var text = new StringBuilder();
        Add(text, "requests_total", "counter", "Requests that have ended, by the status of their answer; 0 when the client had gone.",
            _statuses.OrderBy(s => s.Key).Select(s => ($"{{status=\"{s.Key}\"}}", s.Value)));
        Add(text, "problems_total", "counter", "Requests that the relay refused or could not pass, by code.",
            _problems.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => ($"{{code=\"{p.Key}\"}}", p.Value)));
        Add(text, "request_bytes_total", "counter", "Bytes of bodies from clients.", [("", Interlocked.Read(ref _up))]);
        Add(text, "response_bytes_total", "counter", "Bytes of bodies to clients.", [("", Interlocked.Read(ref _down))]);
        Add(text, "request_milliseconds_total", "counter", "Time that requests took.", [("", Interlocked.Read(ref _milliseconds))]);
        Add(text, "active_requests", "gauge", "Requests in progress, including streams.", [("", Volatile.Read(ref _active))]);
        Add(text, "connections", "gauge", "Connections of clients.", [("", Volatile.Read(ref _connections))]);
        Add(text, "log_lines_lost_total", "counter", "Lines of the log that were lost.", [("", lost)]);
        Add(text, "certificate_expiry_seconds", "gauge", "When the certificate expires, in seconds since 1970.", [("", expires.ToUnixTimeSeconds())]);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, long Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP slipway_relay_{name} {help}\n# TYPE slipway_relay_{name} {type}\n");
        foreach (var (labels, value) in values)
            text.Append(CultureInfo.InvariantCulture, $"slipway_relay_{name}{labels} {value}\n");
    }
}
