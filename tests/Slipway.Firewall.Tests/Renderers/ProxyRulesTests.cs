using System.Net;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>Squid and HAProxy enforce what their files say.</summary>
public sealed class ProxyRulesTests(ProxyNetwork network) : IClassFixture<ProxyNetwork>
{
    private static readonly RuleSet Name = RuleSets.ByDomain(["builder.example.com"]) with { Resolvers = [IPAddress.Parse(OwnNetwork.Resolver)] };

    [Fact]
    public void Squid_lets_the_name_through_and_nothing_else()
    {
        // The hosts file would lead the name elsewhere.
        using var squid = network.Squid(Render("squid", Name).Replace("http_access", "hosts_file none\nhttp_access", StringComparison.Ordinal));
        foreach (var url in new[] { "https://builder.example.com/", "https://BUILDER.Example.com/" })
            Assert.Equal((url, "200"), (url, Connect(url)));
        foreach (var url in new[]
        {
            "https://other.example.com/", "https://builder.example.com.other.example.com/", "https://xbuilder.example.com/", "https://example.com/", "https://builder.example.com:8443/",
            "https://builder.example.com:80/", $"https://{OwnNetwork.Cdn4}/", $"https://{OwnNetwork.Other4}/", $"https://[{OwnNetwork.Cdn6}]/", "https://220201217/", "https://0x0d200101/", "https://13.2097409/", "https://127.0.0.1/",
        })
        {
            Assert.Equal((url, "403"), (url, Connect(url)));
        }
        Assert.Equal("403", network.Try("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-x", "http://10.99.0.1:3128", "http://builder.example.com/").All);
        Assert.Contains("TCP_DENIED/403", network.AccessLog, StringComparison.Ordinal);
        // What the file says of itself: Squid does not see the name inside of TLS.
        Assert.Contains("hello other.example.com", Ask("10.99.0.1:3128", "other.example.com"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_that_somebody_gives_an_address_does_not_open_squid()
    {
        const string Url = "https://9.9.9.9/";
        using (network.Squid(Render("squid", Name)))
            Assert.Equal("403", Connect(Url));
        // The recipe without -n does let it through.
        using (network.Squid(Render("squid", Name).Replace("dstdomain -n", "dstdomain", StringComparison.Ordinal)))
            Assert.Equal("200", Connect(Url));
    }

    [Fact]
    public void Squid_lets_addresses_through_and_nothing_else()
    {
        using var squid = network.Squid(Render("squid", RealRanges.Rules).Replace("http_access", "hosts_file none\nhttp_access", StringComparison.Ordinal));
        foreach (var url in new[] { "https://builder.example.com/", $"https://{OwnNetwork.Cdn4}/", $"https://[{OwnNetwork.Cdn6}]/" })
            Assert.Equal((url, "200"), (url, Connect(url)));
        foreach (var url in new[] { "https://other.example.com/", $"https://{OwnNetwork.Other4}/", $"https://[{OwnNetwork.Other6}]/", $"https://{OwnNetwork.Cdn4}:8443/", "https://127.0.0.1/" })
            Assert.Equal((url, "403"), (url, Connect(url)));
    }

    [Fact]
    public void Haproxy_passes_the_name_on_and_nothing_else()
    {
        using (network.Haproxy(Render("haproxy", Name)))
        {
            Assert.Equal("hello builder.example.com", Through("builder.example.com", "--retry", "30", "--retry-all-errors", "--retry-delay", "1"));
            Assert.Equal("hello BUILDER.example.com", Through("BUILDER.example.com"), ignoreCase: true);
            foreach (var name in new[] { "other.example.com", "builder.example.com.other.example.com", "xbuilder.example.com" })
                Assert.Equal((name, ""), (name, Through(name)));
            // Without a name, without TLS, and at another port.
            Assert.Equal("", Curl("-k", "https://10.99.0.1/"));
            Assert.Equal("", Curl("http://10.99.0.1:443/"));
            Assert.Equal("", Curl("-k", "--resolve", "builder.example.com:8443:10.99.0.1", "https://builder.example.com:8443/"));
        }

        // Asked for, the other name is passed on: it was the rule that refused it.
        using (network.Haproxy(Render("haproxy", Name with { Domains = ["other.example.com"] })))
        {
            Assert.Equal("hello other.example.com", Through("other.example.com", "--retry", "30", "--retry-all-errors", "--retry-delay", "1"));
            Assert.Equal("", Through("builder.example.com"));
        }
    }

    [Fact]
    public void Haproxy_waits_for_a_name_that_comes_in_pieces_and_refuses_one_in_a_second_record()
    {
        using (network.Haproxy(Render("haproxy", Name)))
        {
            Assert.Equal("hello builder.example.com", Through("builder.example.com", "--retry", "30", "--retry-all-errors", "--retry-delay", "1"));
            foreach (var at in new[] { "1", "5", "60", "100" })
                Assert.Equal((at, "22"), (at, Pieces("segments", at)));
            // Behind the name a second record does no harm; before it the name is not seen, and nobody is let through.
            Assert.Equal("22", Pieces("records", "-20"));
            Assert.Equal("closed", Pieces("records", "60"));
        }

        // Without a rule that looks at the hello, the first piece decides: it is our rule that waits.
        using (network.Haproxy(Render("haproxy", Name).Replace("  tcp-request content accept if { req.ssl_hello_type 1 } allowed\n  tcp-request content reject\n", "", StringComparison.Ordinal)))
            Assert.Equal("closed", Pieces("segments", "5"));
    }

    // The first byte that comes back for a hello whose name is at its end, cut where the number says.
    private string Pieces(string how, string at) => network.Try("/usr/bin/python3", "-c", Hello, how, at).All.Trim();

    private const string Hello = """
        import os, select, socket, struct, sys
        def ext(kind, body): return struct.pack(">HH", kind, len(body)) + body
        name = b"builder.example.com"
        exts = ext(10, bytes.fromhex("0006001d00170018")) + ext(13, bytes.fromhex("0010040308040401050308050501080606 01".replace(" ", ""))) + ext(43, bytes.fromhex("0403040303")) + ext(51, bytes.fromhex("0024001d0020") + os.urandom(32))
        exts += ext(0, struct.pack(">HBH", len(name) + 3, 0, len(name)) + name)
        body = b"\x03\x03" + os.urandom(32) + b"\x00" + bytes.fromhex("0006130113021303") + b"\x01\x00" + struct.pack(">H", len(exts)) + exts
        message = b"\x01" + struct.pack(">I", len(body))[1:] + body
        record = lambda part: b"\x16\x03\x01" + struct.pack(">H", len(part)) + part
        at = int(sys.argv[2]); at = at if at > 0 else len(message) + at
        whole = record(message)
        if sys.argv[1] == "records":
            # The name begins 24 bytes before the end; behind it nothing is left to cut, so an extension follows.
            if int(sys.argv[2]) < 0:
                exts += ext(21, bytes(40)); body = body[:2 + 32 + 1 + 8 + 2] + struct.pack(">H", len(exts)) + exts
                message = b"\x01" + struct.pack(">I", len(body))[1:] + body; at = len(message) - 20
            pieces = [record(message[:at]) + record(message[at:])]
        else:
            pieces = [whole[:at], whole[at:]]
        s = socket.create_connection(("10.99.0.1", 443), 10); s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1); s.settimeout(10)
        try:
            for index, piece in enumerate(pieces):
                if index: select.select([], [], [], 0.3)
                s.sendall(piece)
            first = s.recv(1)
            print(first[0] if first else "closed")
        except OSError: print("closed")
        """;

    [Fact]
    public void Squid_loses_no_prefix_of_a_list_whose_prefixes_overlap()
    {
        var overlapping = RealRanges.Newest with { Prefixes = [.. RealRanges.Newest.Prefixes.Where(RealRanges.Global.Takes), .. RealRanges.Newest.Prefixes.Where(p => p.Prefix.ToString() == "13.32.0.0/15").Select(p => p with { Prefix = new CidrPrefix(false, p.Prefix.First, 24) })] };
        var rules = RuleSets.ByAddress(overlapping, RealRanges.Global, null, 0);
        using var squid = network.Squid(Render("squid", rules).Replace("http_access", "hosts_file none\nhttp_access", StringComparison.Ordinal));
        Assert.Equal("200", Connect($"https://{OwnNetwork.Cdn4}/"));
    }

    private static string Render(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);

    private string Connect(string url) => network.Try("curl", "-sk", "-m", "10", "-o", "/dev/null", "-w", "%{http_connect}", "-x", "http://10.99.0.1:3128", url).All;

    private string Through(string name, params string[] more) => Curl(["-k", "--resolve", $"{name}:443:10.99.0.1", $"https://{name}/", .. more]);

    private string Curl(params string[] arguments) => network.Try(["curl", "-s", "-m", "60", .. arguments]).All;

    private string Ask(string proxy, string sni) => network.Try("sh", "-c", $"printf 'GET / HTTP/1.0\\r\\n\\r\\n' | openssl s_client -quiet -proxy {proxy} -connect builder.example.com:443 -servername {sni} -ign_eof 2>/dev/null").All;
}
