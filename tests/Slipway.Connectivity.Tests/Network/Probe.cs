using System.Text.Json;

namespace Slipway.Connectivity.Tests.Network;

/// <summary>Tells what happens to connections: open, refused (somebody says no) or silent (nobody says anything).</summary>
internal static class Probe
{
    // dns:ADDRESS asks a name server by UDP; whatever it answers, it was reached.
    private const string Script = """
        import concurrent.futures, json, socket, struct, sys
        def address(text, usual):
            if text.startswith("["):
                host, _, port = text[1:].partition("]")
                return host, int(port[1:] or usual)
            host, _, port = text.partition(":")
            return host, int(port or usual)
        def dns(host):
            s = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
            s.settimeout(2)
            s.connect((host, 53))
            s.send(struct.pack(">6H", 7, 256, 1, 0, 0, 0) + b"\7builder\7example\3com\0" + struct.pack(">2H", 1, 1))
            s.recv(4096)
        def reach(text):
            try:
                if text.startswith("dns:"): dns(*address(text[4:], 53)[:1])
                else: socket.create_connection(address(text, 443), 2).close()
                return "open"
            except TimeoutError: return "silent"
            except OSError: return "refused"
        with concurrent.futures.ThreadPoolExecutor(32) as pool: print(json.dumps(list(pool.map(reach, sys.argv[1:]))))
        """;

    public static IReadOnlyList<string> Reach(Node node, params string[] targets)
    {
        var answer = node.Run(["/usr/bin/python3", "-c", Script, .. targets]).Well().Out;
        return [.. JsonDocument.Parse(answer).RootElement.EnumerateArray().Select(e => e.GetString()!)];
    }
}
