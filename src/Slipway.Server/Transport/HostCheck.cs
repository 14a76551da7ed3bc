using System.Net;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Transport;

/// <summary>Refuses requests for host names other than the service's, so that a foreign web page cannot reach it under its own name (DNS rebinding).</summary>
internal sealed class HostCheck(RequestDelegate next, OwnAddress own, ServerOptions options)
{
    private readonly IReadOnlyList<System.Net.IPNetwork> _proxies = [.. options.TrustedProxies.Select(TransportSetup.Network)];

    public Task InvokeAsync(HttpContext context)
    {
        if (own.Has(context.Request.Host) || IsOfProxy(context.Connection.RemoteIpAddress))
            return next(context);
        var name = context.Request.Host.Host;
        return ProblemMiddleware.WriteAsync(context, [ServiceProblems.HostUnknown.At("Host", $"The request is for {name}, which is not a name of the service.")]);
    }

    // A trusted proxy decides itself what it forwards and under which name; if a public address is configured, nothing depends on that name.
    private bool IsOfProxy(IPAddress? address)
    {
        if (options.PublicAddress is null || address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _proxies.Any(proxy => proxy.Contains(plain));
    }
}
