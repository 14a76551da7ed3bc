using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;
using Slipway.Server.Requests;
using Slipway.Server.Transport;

namespace Slipway.Server.Identity;

/// <summary>What the service says of itself to gateways and firewalls, signed.</summary>
internal static class IdentityEndpoints
{
    private const string MediaType = "application/jose";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public static void MapIdentity(this IEndpointRouteBuilder routes) =>
        routes.MapGet(BuilderHosts.Path, Tell).AlsoHead().WithName("GetBuilderHosts").WithSummary("Every host that clients have to reach, signed by the service.").Produces<string>(contentType: MediaType);

    private static IResult Tell(HttpContext context, ServiceKey key, HostList hosts, OwnAddress own, TimeProvider time)
    {
        // Who asks under any name, and passes the answer on, would otherwise have a signature for a name of their own.
        var service = own.Proven(context) ?? throw new ProblemException(ServerProblems.HostUnknown.At("Host", $"The service signs only addresses that it was told, and {context.Request.Host} is none of them."));
        context.Response.Headers.CacheControl = "public, max-age=300";
        // Whole seconds are enough, and easier to read.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        return Results.Text(key.Sign(BuilderHosts.Type, hosts.Describe(service, now, Lifetime), GatewayJson.Default.BuilderHosts), MediaType);
    }
}
