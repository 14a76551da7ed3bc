using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Server.Transport;

/// <summary>What holds for all requests before a feature sees them: sizes, proxies in front, other origins, and headers of answers.</summary>
internal static class TransportSetup
{
    private const long LargestBody = 1 << 20;
    private const int LongestRequestLine = 8 << 10;
    private const int LargestHeaders = 32 << 10;
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(15);

    /// <summary>Limits the server. Routes that take files have limits of their own.</summary>
    public static void AddTransport(this IWebHostBuilder host) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeadersTime;
    });

    /// <summary>Adds what the middleware needs.</summary>
    /// <exception cref="ProblemException">An option cannot be used.</exception>
    public static void AddTransport(this IServiceCollection services, ServerOptions options)
    {
        var proxies = options.TrustedProxies.Select(Network).ToList();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            proxies.ForEach(forwarded.KnownIPNetworks.Add);
        });
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.AllowedOrigins])
            .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID")
            .WithMethods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")));
    }

    /// <summary>Puts the middleware in front of the others.</summary>
    public static void UseTransport(this WebApplication app, ServerOptions options)
    {
        // Without a proxy that is trusted, such headers are what anybody says.
        if (options.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (options.AllowedOrigins.Count > 0)
            app.UseCors();
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new ProblemException(ServerProblems.Invalid.At("--trusted-proxy", $"{text} is neither an address nor a network such as 10.0.0.0/8."));
}
