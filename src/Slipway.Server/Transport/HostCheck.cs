using System.Net;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Transport;

/// <summary>Answers only requests for names of the service, so that a stranger's page cannot reach it under a name of its own.</summary>
internal sealed class HostCheck(RequestDelegate next, OwnAddress own, ServerOptions options)
{
    private readonly IReadOnlyList<System.Net.IPNetwork> _proxies = [.. options.TrustedProxies.Select(TransportSetup.Network)];

    public Task InvokeAsync(HttpContext context)
    {
        if (own.Has(context.Request.Host) || IsOfProxy(context.Connection.RemoteIpAddress))
            return next(context);
        var name = context.Request.Host.Host;
        return ProblemEdge.WriteAsync(context, [ServerProblems.HostUnknown.At("Host", $"The request is for {name}, which is no name of the service.")]);
    }

    // A proxy decides itself what it sends here and under which name; with a public address nothing depends on that name.
    private bool IsOfProxy(IPAddress? address)
    {
        if (options.PublicAddress is null || address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _proxies.Any(proxy => proxy.Contains(plain));
    }
}
