using System.Text.Json;
using Slipway.Gateway.Policy;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Learning;

/// <summary>
/// Learns from decisions which hosts clients need. It learns only names that were not on the list. Requests refused for another
/// reason (an address instead of a name, another name in the TLS hello, an address that is not public) are counted for an operator to judge.
/// </summary>
public sealed class DecisionLogReader
{
    private const int LongestLine = 64 * 1024;

    private readonly Dictionary<(string Host, int Port), Entry> _hosts = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private int _lines;
    private int _damaged;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProblemException">The file cannot be read, or no line of it is a decision.</exception>
    public void Read(string path)
    {
        var (before, damaged) = (_lines, _damaged);
        try
        {
            foreach (var line in File.ReadLines(path))
                Take(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(GatewayProblems.LogUnreadable.At(path, "The file cannot be opened."), e);
        }

        if (_lines > before && _lines - before == _damaged - damaged)
            throw new ProblemException(GatewayProblems.LogUnreadable.At(path, "No line of the file is a decision of the gateway."));
    }

    /// <summary>Returns the learned hosts.</summary>
    /// <param name="least">The least number of requests for a host to be included.</param>
    public LearningResult Learn(int least) => new(
        [.. _hosts.Where(h => h.Value.Count >= least)
            .OrderBy(h => h.Key.Host, StringComparer.Ordinal)
            .ThenBy(h => h.Key.Port)
            .Select(h => h.Value.Describe(h.Key.Host, h.Key.Port))],
        _leftOut,
        _lines,
        _damaged);

    private void Take(string line)
    {
        if (line.Length == 0)
            return;
        _lines++;
        try
        {
            if (line.Length > LongestLine)
                throw new JsonException();
            using var document = JsonDocument.Parse(line);
            Take(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            _damaged++;
        }
    }

    private void Take(JsonElement decision)
    {
        // This line stands for decisions that could not be written.
        if (decision.TryGetProperty("lost", out _))
            return;
        var verdict = decision.GetProperty("verdict").GetString();
        var reason = decision.GetProperty("reason").GetString();
        var (host, port) = (decision.GetProperty("host").GetString(), decision.GetProperty("port").GetInt32());
        var (at, client) = (decision.GetProperty("at").GetDateTimeOffset(), decision.GetProperty("client").GetString() ?? "");
        var isListed = verdict == "allow" && reason is null;
        if (!isListed && reason is not ("not-listed" or "port-not-listed"))
        {
            _leftOut[reason ?? verdict ?? ""] = _leftOut.GetValueOrDefault(reason ?? verdict ?? "") + 1;
            return;
        }

        // Another program may have written the line, so its values are checked.
        if (!HostName.TryParse(host, out var name) || port is < 1 or > ushort.MaxValue)
            throw new FormatException();
        if (!_hosts.TryGetValue((name.Value, port), out var entry))
            _hosts[(name.Value, port)] = entry = new Entry(at);
        entry.Add(at, client, isListed);
    }

    private sealed class Entry(DateTimeOffset first)
    {
        private readonly HashSet<string> _clients = new(StringComparer.Ordinal);
        private DateTimeOffset _first = first;
        private DateTimeOffset _last = first;
        private bool _isListed;

        public int Count { get; private set; }

        public void Add(DateTimeOffset at, string client, bool isListed)
        {
            Count++;
            _clients.Add(client);
            (_first, _last) = (at < _first ? at : _first, at > _last ? at : _last);
            _isListed |= isListed;
        }

        public LearnedHost Describe(string host, int port) => new(host, port, Count, _first, _last, _clients.Count, _isListed);
    }
}
