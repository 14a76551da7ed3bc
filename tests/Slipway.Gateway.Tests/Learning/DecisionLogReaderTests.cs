using System.Net;
using System.Text;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Learning;
using Slipway.Gateway.Policy;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Learning;

public sealed class DecisionLogReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Names_that_were_missing_are_learned_and_suspicious_requests_are_not()
    {
        var lesson = Learn(
            Line("npm.example.com", 443, DecisionVerdict.WouldDeny, DenyReason.NotListed),
            Line("npm.example.com", 443, DecisionVerdict.WouldDeny, DenyReason.NotListed, "10.0.0.2"),
            Line("git.example.com", 22, DecisionVerdict.Deny, DenyReason.PortNotListed),
            Line("builder.example.com", 443, DecisionVerdict.Allow, DenyReason.None),
            Line("evil.example.com", 443, DecisionVerdict.WouldDeny, DenyReason.SniMismatch),
            Line("192.0.2.1", 443, DecisionVerdict.WouldDeny, DenyReason.AddressLiteral),
            Line("inner.example.com", 443, DecisionVerdict.Deny, DenyReason.AddressClass));
        Assert.Equal([("builder.example.com", 1, true), ("git.example.com:22", 1, false), ("npm.example.com", 2, false)], lesson.Hosts.Select(h => (h.Rule, h.Count, h.IsListed)));
        Assert.Equal(2, lesson.Hosts[^1].Clients);
        Assert.Equal(["address-class", "address-literal", "sni-mismatch"], lesson.LeftOut.Keys);
        Assert.All(lesson.Hosts, host => Assert.Equal(host.Rule, AllowRule.Parse(host.Rule).ToString()));
    }

    [Fact]
    public void Damaged_lines_are_counted_and_what_they_would_smuggle_in_is_not_learned()
    {
        var good = Line("a.example.com", 443, DecisionVerdict.WouldDeny, DenyReason.NotListed);
        var lesson = Learn(good, good[..^9], "{}", good.Replace("a.example.com", "*.com", StringComparison.Ordinal), good.Replace("443", "70000", StringComparison.Ordinal), "{\"at\":\"2026-01-01T00:00:00Z\",\"lost\":7}\n");
        Assert.Equal("a.example.com", Assert.Single(lesson.Hosts).Rule);
        Assert.Equal(4, lesson.Damaged);
    }

    [Theory]
    [InlineData("nowhere.jsonl", null)]
    [InlineData("other.log", "GET / HTTP/1.1\nsomething else\n")]
    public void What_is_no_log_is_refused(string name, string? content)
    {
        var path = content is null ? _folder[name] : _folder.Add(name, content);
        Assert.Equal(GatewayProblems.LogUnreadable, Assert.Throws<ProblemException>(() => new DecisionLogReader().Read(path)).Problems[0].Kind);
    }

    public void Dispose() => _folder.Dispose();

    private static string Line(string host, int port, DecisionVerdict verdict, DenyReason reason, string client = "10.0.0.1")
    {
        using var json = new DecisionJson();
        return Encoding.UTF8.GetString(json.Line(new Decision { At = DateTimeOffset.UnixEpoch, Id = "1", Client = IPAddress.Parse(client), Method = "CONNECT", Host = host, Port = port, Verdict = verdict, Reason = reason }));
    }

    private LearningResult Learn(params string[] lines)
    {
        var reader = new DecisionLogReader();
        reader.Read(_folder.Add("log.jsonl", string.Concat(lines.Select(l => l.TrimEnd('\n') + "\n"))));
        return reader.Learn(1);
    }
}
