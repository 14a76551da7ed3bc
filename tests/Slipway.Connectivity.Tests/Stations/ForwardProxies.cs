using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary>Squid as companies run it: one port wants a login, another forbids the builder, and what it may reach is up to the router.</summary>
internal static class ForwardProxies
{
    public const string Password = "gr8-secret";
    public const string User = "svc-builds";

    public const string Plain = "http://10.20.0.80:3128";
    public const string WithLogin = $"http://{User}:{Password}@10.20.0.80:3128";
    public const string Forbidding = "http://10.20.0.80:3129";

    /// <summary>Starts it; it ends with the scenario.</summary>
    public static void Start(Node node)
    {
        // Squid gives up its rights, and its helper has to read the file of passwords.
        Node.Local("chmod", "o+x", node.Folder, Path.GetDirectoryName(node.Folder)!).Well();
        var passwords = node.Write("passwords", $"{User}:{Node.Local("openssl", "passwd", "-apr1", Password).Well().Out}");
        var configuration = node.Write("squid.conf", $"""
            http_port {Address.Proxy}:3128
            http_port {Address.Proxy}:3129
            auth_param basic program /usr/lib/squid/basic_ncsa_auth {passwords}
            auth_param basic realm corporate
            acl builder dstdomain -n {Address.ServiceName}
            acl forbidding localport 3129
            acl known proxy_auth REQUIRED
            http_access deny forbidding builder
            http_access allow forbidding
            http_access allow known
            http_access deny all
            cache deny all
            access_log none
            cache_store_log none
            cache_log /dev/null
            pid_filename none
            shutdown_lifetime 0 seconds
            visible_hostname proxy.corp.example
            """);
        node.Start("squid", "-N", "-d", "1", "-f", configuration).Line("Accepting HTTP Socket connections");
    }
}
