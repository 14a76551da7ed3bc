using System.Net;
using System.Text;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tests.Decisions;

public sealed class DecisionJsonTests
{
    [Fact]
    public void A_decision_is_one_line_with_the_same_keys_in_the_same_order()
    {
        using var json = new DecisionJson();
        var full = new Decision
        {
            At = new DateTimeOffset(2026, 11, 26, 7, 8, 9, 10, TimeSpan.FromHours(2)),
            Id = "ab-1",
            Client = IPAddress.Parse("10.0.0.7"),
            User = "fe\n01 \"é\"",
            Method = "CONNECT",
            Host = "builder.example.com",
            Port = 443,
            Sni = "other.example.com",
            Verdict = DecisionVerdict.WouldDeny,
            Reason = DenyReason.SniMismatch,
            Rule = "*.example.com",
            Address = IPAddress.Parse("2001:db8::1"),
            Upstream = "http://proxy.corp:8080",
            Status = 200,
            Up = 1,
            Down = 2,
            Duration = TimeSpan.FromMilliseconds(3.9),
        };
        Assert.Equal(
            """{"at":"2026-11-26T05:08:09.010Z","id":"ab-1","client":"10.0.0.7","user":"fe\n01 \"é\"","method":"CONNECT","host":"builder.example.com","port":443,"sni":"other.example.com","verdict":"would-deny","reason":"sni-mismatch","rule":"*.example.com","address":"2001:db8::1","upstream":"http://proxy.corp:8080","status":200,"up":1,"down":2,"ms":3}""" + "\n",
            Encoding.UTF8.GetString(json.Line(full)));
        Assert.Equal(
            """{"at":"2026-11-26T05:08:09.010Z","id":"ab-2","client":"10.0.0.7","user":null,"method":null,"host":null,"port":0,"sni":null,"verdict":"deny","reason":"bad-request","rule":null,"address":null,"upstream":null,"status":400,"up":0,"down":0,"ms":0}""" + "\n",
            Encoding.UTF8.GetString(json.Line(new Decision { At = full.At, Id = "ab-2", Client = full.Client, Verdict = DecisionVerdict.Deny, Reason = DenyReason.BadRequest, Status = 400 })));
    }
}
