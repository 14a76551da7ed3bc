using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Server.Access;

namespace Slipway.Server.Limits;

/// <summary>
/// Decides which requests are counted together. Authenticated requests count by organisation and operation: with the
/// organisation's limits where the contract has limits, and with generous ones elsewhere, against runaway programs. Anonymous
/// requests count by network address. Workers are not counted, because the queue paces them. Each server process counts for
/// itself.
/// </summary>
internal sealed class RequestPartitions(TimeProvider time)
{
    private const string ContractPath = "/api/native-mobile-builds/v1";
    private const int Generous = 6000;
    private const int PrefixBytes = 8;

    /// <summary>Returns the limiter of all requests.</summary>
    public PartitionedRateLimiter<HttpContext> CreateLimiter() => PartitionedRateLimiter.Create<HttpContext, string>(Of);

    /// <summary>Returns the part of an address that belongs to one subscriber: all IPv6 addresses of a network count as one.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes()[..PrefixBytes]) : address.ToString();
    }

    private RateLimitPartition<string> Of(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var operation = $"{context.Request.Method} {(endpoint as RouteEndpoint)?.RoutePattern.RawText}";
        if (endpoint?.Metadata.GetMetadata<LimitPerAddress>() is { } limit)
            return Count($"{Network(context.Connection.RemoteIpAddress)}|{operation}", limit.Requests);
        if (context.Features.Get<Caller>() is not { } caller)
            return Count(Network(context.Connection.RemoteIpAddress), Generous);
        if (caller.Scopes.Contains(Scope.Worker))
            return RateLimitPartition.GetNoLimiter("");
        // Routing ignores case, so the comparison does, too.
        var permits = context.Request.Path.StartsWithSegments(ContractPath, StringComparison.OrdinalIgnoreCase) && caller.Limits is { } limits ? Permits(context.Request.Method, limits) : Generous;
        // The key includes the limit, so that a changed limit applies at once.
        return Count($"{caller.OrganisationId}|{operation}|{permits}", permits);
    }

    private RateLimitPartition<string> Count(string key, long permits) => RateLimitPartition.Get(key, _ => new MinuteLimiter(permits, time));

    private static long Permits(string method, RequestLimits limits) => method switch
    {
        "GET" or "HEAD" => limits.Reads,
        "POST" => limits.Creations,
        _ => limits.Changes,
    };
}
