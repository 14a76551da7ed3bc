using System.Net;
using Slipway.Diagnosis.Names;

namespace Slipway.Diagnosis.Tests.Names;

public sealed class DnsMessageTests
{
    private static readonly byte[] Question = DnsMessage.Ask(0x1234, "www.example.com", DnsMessage.A);

    // www.example.com CNAME cdn.example.net (with a pointer to nowhere before it), cdn.example.net A 192.0.2.7
    private static readonly byte[] Answer =
    [
        0x12, 0x34, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 0, .. Question.AsSpan(12),
        0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 17, 3, (byte)'c', (byte)'d', (byte)'n', 7, .. "example"u8, 3, (byte)'n', (byte)'e', (byte)'t', 0,
        0xc0, 45, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7,
    ];

    [Fact]
    public void Aliases_and_addresses_are_read()
    {
        var (code, aliases, addresses) = DnsMessage.Read(Answer, Question.Length)!.Value;
        Assert.Equal(("NOERROR", "cdn.example.net", "192.0.2.7"), (code, Assert.Single(aliases), Assert.Single(addresses).ToString()));
        Assert.True(DnsMessage.Answers(Answer, Question));
    }

    [Fact]
    public void The_answer_to_another_question_is_not_taken()
    {
        Assert.False(DnsMessage.Answers(Answer, DnsMessage.Ask(0x1235, "www.example.com", DnsMessage.A)));
        Assert.False(DnsMessage.Answers(Answer, DnsMessage.Ask(0x1234, "www.example.org", DnsMessage.A)));
        Assert.False(DnsMessage.Answers(Question, Question));
    }

    [Fact]
    public void Whatever_is_damaged_is_refused_and_ends()
    {
        var random = new Random(1);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = Answer.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
                damaged[random.Next(12, damaged.Length)] = (byte)random.Next(256);
            read += DnsMessage.Read(damaged.AsSpan(..random.Next(Question.Length, damaged.Length + 1)), Question.Length) is null ? 0 : 1;
        }

        Assert.InRange(read, 1, 19_999);
    }

    [Fact]
    public void A_name_that_points_to_itself_is_refused()
    {
        byte[] loop = [.. Answer.AsSpan(..Question.Length), 0xc0, (byte)Question.Length, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 192, 0, 2, 7];
        Assert.Null(DnsMessage.Read(loop, Question.Length));
    }

    [Fact]
    public async Task A_real_name_server_is_asked()
    {
        using var server = new NameServerProcess("host-record=builder.example.com,192.0.2.7,2001:db8::7", "cname=www.example.com,builder.example.com", "address=/nowhere.example.com/");
        var asked = new NameServer(IPAddress.Loopback, server.Port);
        var patience = TimeSpan.FromSeconds(20);
        var answer = await asked.AskAsync("www.example.com", patience, TestContext.Current.CancellationToken);
        Assert.Equal("-> builder.example.com 192.0.2.7 2001:db8::7", answer.ToString());
        Assert.Equal("NXDOMAIN", (await asked.AskAsync("nowhere.example.com", patience, TestContext.Current.CancellationToken)).ToString());
        server.Dispose();
        Assert.Equal("nobody listens", (await asked.AskAsync("www.example.com", patience, TestContext.Current.CancellationToken)).ToString());
    }
}
