using System.Net;
using System.Net.Sockets;

namespace Slipway.Gateway.Tests.Upstreams;

/// <summary>A real Squid on this machine, which writes down who asked for what.</summary>
internal sealed class Squid : IDisposable
{
    public const string User = "gateway";
    public const string Password = "s3cret";

    private readonly TemporaryFolder _folder = new();
    private readonly StartedProcess _process;

    private Squid(int port, string rules)
    {
        Port = port;
        // Squid gives up its rights, and its helper has to read the file of passwords.
        ExternalTool.RunWell("chmod", "777", _folder.Path);
        _folder.Add("passwords", $"{User}:{ExternalTool.RunWell("openssl", "passwd", "-apr1", Password)}");
        var configuration = _folder.Add("squid.conf", $"""
            http_port 127.0.0.1:{port}
            auth_param basic program /usr/lib/squid/basic_ncsa_auth {_folder["passwords"]}
            acl known proxy_auth REQUIRED
            {rules}
            http_access deny all
            cache deny all
            access_log none
            cache_store_log none
            cache_log /dev/null
            pid_filename none
            shutdown_lifetime 0 seconds
            visible_hostname squid.test
            """);
        _process = StartedProcess.Start("squid", "-N", "-d", "1", "-f", configuration);
        _process.Line("Accepting HTTP Socket connections");
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts one; the rules come before everything else is denied.</summary>
    public static Squid Start(string rules) => new(FreePort(), rules);

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }
}
