using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Diagnosis.Tests.Names;

/// <summary>dnsmasq on a free port of this machine.</summary>
internal sealed class NameServerProcess : IDisposable
{
    private readonly StartedProcess _process;

    public NameServerProcess(params string[] lines)
    {
        using (var free = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp))
        {
            free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Port = ((IPEndPoint)free.LocalEndPoint!).Port;
        }

        _process = StartedProcess.Start(new ProcessStartInfo("dnsmasq", ["--keep-in-foreground", "--log-facility=-", "--conf-file=/dev/stdin"]) { RedirectStandardInput = true, UseShellExecute = false });
        _process.Feed(string.Join('\n', [$"port={Port}", "listen-address=127.0.0.1", "bind-interfaces", "no-resolv", "no-hosts", "user=root", "pid-file=", .. lines]) + "\n");
        _process.Line("started");
    }

    public int Port { get; }

    public void Dispose() => _process.Dispose();
}
