using System.Net;
using System.Net.NetworkInformation;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Slipway.Diagnosis.Names;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Diagnosis.Reports;

/// <summary>The facts about this machine that support asks for first: versions, network interfaces, name servers, proxy variables.</summary>
internal static class MachineFacts
{
    private static readonly string[] PlainVariables = ["no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "DOTNET_SYSTEM_NET_DISABLEIPV6",
        "DOTNET_SYSTEM_NET_HTTP_SOCKETSHTTPHANDLER_HTTP2SUPPORT"];
    private static readonly string[] ProxyVariableNames = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

    /// <summary>Returns the facts, one on each line.</summary>
    public static string Write(DoctorOptions options)
    {
        var text = new StringBuilder();
        Line("program", options.Agent);
        Line("system", RuntimeInformation.OSDescription);
        Line("runtime", RuntimeInformation.FrameworkDescription);
        Line("architecture", RuntimeInformation.OSArchitecture.ToString());
        if (!OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS())
            Line("openssl", $"0x{SafeEvpPKeyHandle.OpenSslVersion:x}");
        Line("machine", Environment.MachineName);
        Line("time", $"{options.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC, zone {TimeZoneInfo.Local.Id}");
        foreach (var card in NetworkInterface.GetAllNetworkInterfaces())
            Line("interface", Describe(card));
        foreach (var server in NameServer.Configured())
            Line("name server", server.ToString());
        foreach (var name in ProxyVariableNames)
            Line(name, options.Variable(name) is not { Length: > 0 } value ? null : Proxy(value, name));
        foreach (var name in PlainVariables)
            Line(name, options.Variable(name));
        return text.ToString();

        void Line(string name, string? value)
        {
            if (value is not null)
                text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    private static string Proxy(string value, string name)
    {
        try
        {
            var proxy = ProxyServer.Parse(value, name);
            return $"{ReportRedactor.PlainProxy(proxy.Address)}{(proxy.User is null ? "" : ", with a user")}";
        }
        catch (ProblemException)
        {
            return "not the address of a proxy";
        }
    }

    private static string Describe(NetworkInterface card)
    {
        var properties = card.GetIPProperties();
        var addresses = properties.UnicastAddresses.Select(address => $"{address.Address}/{address.PrefixLength}");
        var gateways = properties.GatewayAddresses.Select(gateway => gateway.Address).Where(address => !address.Equals(IPAddress.Any)).ToList();
        return $"{card.Name} {card.OperationalStatus}{(Mtu(properties) is { } mtu ? $" mtu {mtu}" : "")} {string.Join(' ', addresses)}{(gateways.Count == 0 ? "" : $" via {string.Join(' ', gateways)}")}";
    }

    private static int? Mtu(IPInterfaceProperties properties)
    {
        try
        {
            return properties.GetIPv4Properties()?.Mtu;
        }
        catch (NetworkInformationException)
        {
            return null;
        }
    }
}
