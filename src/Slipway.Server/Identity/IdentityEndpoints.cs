using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Server.Requests;
using Slipway.Server.Transport;

namespace Slipway.Server.Identity;

/// <summary>Serves signed statements of the service about itself, for gateways and firewalls.</summary>
internal static class IdentityEndpoints
{
    private const string MediaType = "application/jose";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public static void MapIdentity(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ServiceHosts.Path, Tell).AlsoHead().WithName("GetBuilderHosts").WithSummary("Returns every host that clients must reach, signed by the service.").Produces<string>(contentType: MediaType);

    private static IResult Tell(HttpContext context, ServiceSigningKey key, HostList hosts, OwnAddress own, TimeProvider time)
    {
        // Otherwise anybody could send a request with a host name of their own and get the service's signature for it.
        var service = own.Proven(context) ?? throw new ProblemException(ServiceProblems.HostUnknown.At("Host", $"The service signs only addresses that are configured, and {context.Request.Host} is not one of them."));
        context.Response.Headers.CacheControl = "public, max-age=300";
        // Whole seconds are precise enough and easier to read.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        return Results.Text(key.Sign(ServiceHosts.Type, hosts.Describe(service, now, Lifetime), GatewayJson.Default.ServiceHosts), MediaType);
    }
}
