using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary>A product that ends TLS on the way, reads what is inside, and makes a new connection to the builder.</summary>
internal sealed class Inspection
{
    private readonly Node _router;
    private readonly string _folder;

    public Inspection(Node router, string authority)
    {
        _router = router;
        _folder = Directory.CreateDirectory(Path.Combine(router.Folder, $"inspection-{Guid.NewGuid():N}")).FullName;
        Node.Local("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", authority, "-addext", "keyUsage=critical,keyCertSign", "-keyout", In("ca.key"), "-out", In("ca.pem")).Well();
        Node.Local("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "20", "-CA", In("ca.pem"), "-CAkey", In("ca.key"), "-subj", "/CN=" + Address.ServiceName, "-addext", $"subjectAltName=DNS:{Address.ServiceName}", "-addext", "basicConstraints=critical,CA:FALSE", "-keyout", In("made.key"), "-out", In("made.pem")).Well();
        File.WriteAllText(In("both.pem"), File.ReadAllText(In("made.pem")) + File.ReadAllText(In("made.key")));
    }

    /// <summary>Begins to listen on the router.</summary>
    public void Start(int port) => WebServers.Start(_router, $$"""
        frontend inspection
          bind :::{{port}} v4v6 ssl crt {{In("both.pem")}} alpn h2,http/1.1
          default_backend inspected
        backend inspected
          server edge {{Address.Edge4}}:443 ssl verify none sni str({{Address.ServiceName}})
        """);

    /// <summary>A file of trusted authorities with this one in it.</summary>
    public string TrustedWith(string authorities)
    {
        File.WriteAllText(In("trusted.pem"), File.ReadAllText(authorities) + File.ReadAllText(In("ca.pem")));
        return In("trusted.pem");
    }

    private string In(string name) => Path.Combine(_folder, name);
}
