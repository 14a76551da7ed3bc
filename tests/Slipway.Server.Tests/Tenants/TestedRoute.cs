using Microsoft.AspNetCore.Routing;

namespace Slipway.Server.Tests.Tenants;

internal sealed record TestedRoute(string Method, RouteEndpoint Endpoint, string? Scope)
{
    public string Name => $"{Method} {Endpoint.RoutePattern.RawText}";
}
