
namespace Slipway.Firewall.Tests.Renderers;

/// <summary>
/// A network with a proxy at the near end and, at the far end, servers that answer over TLS with the name that they were asked
/// for, and a name server that knows two of them.
/// </summary>
public sealed class ProxyNetwork : IDisposable
{
    private const string Servers = """
        import socket, socketserver, ssl, sys, threading
        names = {"builder.example.com": "13.32.1.1", "other.example.com": "9.9.9.9"}
        class Http(socketserver.BaseRequestHandler):
            def handle(self):
                asked = []
                try:
                    s = self.request
                    if self.server.context:
                        self.server.context.sni_callback = lambda sock, name, context: asked.append(name)
                        s = self.server.context.wrap_socket(s, server_side=True)
                    s.recv(65536)
                    body = f"hello {asked[0] if asked else None}".encode()
                    s.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
                    s.close()
                except OSError: pass
        class Dns(socketserver.BaseRequestHandler):
            def handle(self):
                query, s = self.request
                labels, at = [], 12
                while query[at]: labels.append(query[at + 1:at + 1 + query[at]].decode()); at += 1 + query[at]
                address, kind = names.get(".".join(labels).lower()), query[at + 1:at + 3]
                found = address and kind == b"\x00\x01"
                answer = query[:2] + (b"\x81\x80" if address else b"\x81\x83") + b"\x00\x01" + (b"\x00\x01" if found else b"\x00\x00") + b"\x00\x00\x00\x00" + query[12:at + 5]
                if found: answer += b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04" + socket.inet_aton(address)
                s.sendto(answer, self.client_address)
        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True; daemon_threads = True; request_queue_size = 64; address_family = socket.AF_INET6; context = None
        for port in (80, 443, 8443):
            server = Server(("::", port), Http)
            if port != 80:
                server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); server.context.load_cert_chain(sys.argv[1], sys.argv[2])
            threading.Thread(target=server.serve_forever, daemon=True).start()
        dns = socketserver.UDPServer(("9.9.9.53", 53), Dns)
        print("ready", flush=True)
        dns.serve_forever()
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly OwnNetwork _network;

    public ProxyNetwork()
    {
        // Squid gives up being root.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)511);
        ExternalTool.RunWell("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=test", "-days", "2", "-keyout", _folder["key.pem"], "-out", _folder["cert.pem"]);
        _network = new OwnNetwork(Servers, _folder["cert.pem"], _folder["key.pem"]);
    }

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    internal ToolResult Try(params string[] command) => _network.Try(command);

    /// <summary>A proxy with a configuration, for as long as the answer is kept.</summary>
    internal IDisposable Squid(string rules)
    {
        var file = _folder.Add("squid.conf", $"http_port {OwnNetwork.Near}:3128\nvisible_hostname proxy.test\nunique_hostname proxy.test\ndns_nameservers {OwnNetwork.Resolver}\nhosts_file {Hosts}\npid_filename none\naccess_log stdio:{_folder["access.log"]}\ncache_log /dev/null\ncache deny all\n{rules}");
        return _network.Start("Accepting HTTP Socket connections", "squid", "-N", "-d", "1", "-f", file);
    }

    internal IDisposable Haproxy(string rules) => _network.Start("Loading success", "haproxy", "-W", "-db", "-f", _folder.Add("haproxy.cfg", rules));

    internal string AccessLog => File.ReadAllText(_folder["access.log"]);

    // A name for an address, as whoever owns the address can give it: here, that of the builder for another machine.
    private string Hosts => _folder.Add("hosts", "9.9.9.9 builder.example.com\n");
}
