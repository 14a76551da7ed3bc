using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Slipway.Listening;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Transport;

/// <summary>Determines the address of the service: the configured one, or else that of the request as far as it can be trusted.</summary>
internal sealed class OwnAddress
{
    private readonly Uri? _public;
    private readonly IReadOnlyList<(string Name, int? Port)> _told;
    private readonly HostNames _names;

    /// <summary>Reads the options.</summary>
    /// <exception cref="ProblemException">An option cannot be used.</exception>
    public OwnAddress(ServerOptions options)
    {
        if (options.PublicAddress is { } address && address is not { AbsolutePath: "/", Query: "", Fragment: "" })
            throw new ProblemException(HostingProblems.PublicAddress.At("--public-url", $"{address.GetLeftPart(UriPartial.Path)} has a path, a query or a fragment after the host."));
        _public = options.PublicAddress;
        _told = [.. options.Hosts.Select(Parse)];
        _names = new HostNames([.. _told.Select(told => told.Name), .. NamesOf(options.Urls), .. options.AlsoHosts.Select(host => host.Split('=', ':')[0]), .. NamesOf(_public is null ? [] : [_public.AbsoluteUri])]);
    }

    /// <summary>Returns whether the service answers to the host name of a request.</summary>
    public bool Has(HostString host) => _names.Has(host.Host);

    /// <summary>Returns the address for links: the configured one, or else that of the request.</summary>
    public Uri Of(HttpContext context) => _public ?? Asked(context);

    /// <summary>Returns the address that the service may sign as its own; null if only the request states it.</summary>
    public Uri? Proven(HttpContext context)
    {
        if (_public is not null)
            return _public;
        var asked = Asked(context);
        var isTold = _told.Any(told => new HostNames([told.Name]).IsTold(asked.IdnHost) && (told.Port is { } port ? port == asked.Port : asked.IsDefaultPort || asked.Port == context.Connection.LocalPort));
        return isTold || IsListenedOn(asked, context.Connection) ? asked : null;
    }

    private static Uri Asked(HttpContext context)
    {
        var request = context.Request;
        // HTTP/1.0 has no Host, and HTTP/1.1 may have an empty one.
        var text = $"{request.Scheme}://{(request.Host.HasValue ? request.Host.Value : Local(context.Connection))}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" }
            ? address
            : throw new ProblemException(ServiceProblems.Malformed.At("Host", "The header is not a host with a port."));
    }

    private static string Local(ConnectionInfo connection) => connection.LocalIpAddress is { } address ? new IPEndPoint(Plain(address), connection.LocalPort).ToString() : "localhost";

    private static bool IsListenedOn(Uri asked, ConnectionInfo connection)
    {
        if (asked.Port != connection.LocalPort || connection.LocalIpAddress is not { } local)
            return false;
        return asked.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
            ? IPAddress.Parse(asked.IdnHost).Equals(Plain(local))
            : asked.IdnHost == "localhost" && IPAddress.IsLoopback(Plain(local));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IEnumerable<string> NamesOf(IReadOnlyList<string> urls) => urls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : "").Where(name => name.Length > 0);

    private static (string Name, int? Port) Parse(string text)
    {
        var (name, port) = text.Split(':') is [var before, var after] ? (before, after) : (text, null);
        var plain = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
        var number = 0;
        return Uri.CheckHostName(plain) is UriHostNameType.Dns or UriHostNameType.IPv4
            && (port is null || (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= ushort.MaxValue))
                ? (name, port is null ? null : number)
                : throw new ProblemException(ServiceProblems.Invalid.At("--host", $"'{text}' is not of the form name, name:port or *.name."));
    }
}
