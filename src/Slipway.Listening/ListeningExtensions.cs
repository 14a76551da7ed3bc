using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;

namespace Slipway.Listening;

/// <summary>Limits the connections of a web application.</summary>
public static class ListeningExtensions
{
    /// <summary>Accepts connections within the limits; see <see cref="ConnectionPlaces"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="limits">The limits, read when the application starts.</param>
    public static void AddConnectionLimits(this IServiceCollection services, Func<ConnectionLimits> limits)
    {
        services.AddSingleton(_ => new ConnectionPlaces(limits()));
        // The server asks the factory that was registered last and can bind the address.
        services.AddSingleton<IConnectionListenerFactory>(provider =>
            new LimitedListenerFactory(ActivatorUtilities.CreateInstance<SocketTransportFactory>(provider), provider.GetRequiredService<ConnectionPlaces>()));
    }

    /// <summary>Tracks which connections have a request in flight. This middleware must come first.</summary>
    /// <param name="app">The application.</param>
    /// <param name="refuse">Answers a request above the limit, which only HTTP/2 can cause; null to answer 503.</param>
    public static void UseConnectionLimits(this IApplicationBuilder app, Func<HttpContext, Problem, Task>? refuse = null) => app.Use((context, next) =>
    {
        if (context.Features.Get<ConnectionPlace>() is not { } place)
            return next(context);
        if (!place.Begin())
        {
            return (refuse ?? RefuseAsync)(
                context,
                ServiceProblems.RateLimited.At("request", "Too many requests are in flight on HTTP/2 connections.", "Try again when some of them have ended."));
        }
        // The server sends the rest of the answer after the middleware has returned.
        context.Response.OnCompleted(End, place);
        return next(context);
    });

    private static Task RefuseAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    private static Task End(object place)
    {
        ((ConnectionPlace)place).End();
        return Task.CompletedTask;
    }
}
