using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary>What answers by HTTP in the lab: HAProxy as the CDN's edge, and small sites that tell who they are.</summary>
internal static class WebServers
{
    private const string Defaults = """
        global
          maxconn 500
          ssl-default-bind-options ssl-min-ver TLSv1.2
        defaults
          mode http
          timeout connect 5s
          timeout client 5m
          timeout server 5m
          timeout http-request 30s

        """;

    /// <summary>
    /// The CDN: ends TLS for all of its customers on all of its addresses, and chooses by the header Host whose site answers. It
    /// listens on more ports than the builder needs.
    /// </summary>
    public static void StartEdge(Node edge, string certificate) => Start(edge, $$"""
        frontend edge
          bind :::443 v4v6 ssl crt {{certificate}} alpn h2,http/1.1
          bind :::8443 v4v6 ssl crt {{certificate}} alpn h2,http/1.1
          bind :::80 v4v6
          option forwardfor
          http-request set-header X-Forwarded-Proto https
          http-request set-header X-Edge-Port %[dst_port]
          use_backend neighbour if { hdr(host),field(1,:) -i {{Address.NeighbourName}} }
          default_backend builder
        backend builder
          server builder 10.99.0.2:8484
        {{Site("backend", "neighbour", "")}}
        """);

    /// <summary>A site on the internet, also on the port of name servers: what tunnels out of networks look for.</summary>
    public static void StartOther(Node other, string certificate) => Start(other, Site("frontend", "other", $"""
        bind {Address.Other4}:443,[{Address.Other6}]:443,{Address.Other4}:8443,{Address.Other4}:53 ssl crt {certificate}
          bind {Address.Other4}:80
        """));

    /// <summary>What a cloud tells about a machine to whoever asks from it.</summary>
    public static void StartMetadata(Node router) => Start(router, Site("frontend", "metadata", $"bind {Address.Metadata}:80"));

    /// <summary>A site inside of the customer's network.</summary>
    public static void StartInternal(Node node, string certificate) => Start(node, Site("frontend", "internal", $"bind :::443 v4v6 ssl crt {certificate}"));

    /// <summary>Starts HAProxy and returns when it listens; it ends with the machine.</summary>
    public static void Start(Node node, string configuration) =>
        node.Run("haproxy", "-D", "-q", "-f", node.Write($"haproxy-{Guid.NewGuid():N}.cfg", Defaults + configuration + "\n")).Well();

    private static string Site(string kind, string name, string bind) => $"""
        {kind} {name}
          {bind}
          http-request return status 200 content-type text/plain string "{name}"
        """;
}
