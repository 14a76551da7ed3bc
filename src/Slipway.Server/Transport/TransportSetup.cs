using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Listening;
using Slipway.Protocol.Problems;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Server.Transport;

/// <summary>Configures what applies to all requests before features see them: size limits, trusted proxies, CORS, and headers of answers.</summary>
internal static class TransportSetup
{
    private const long LargestBody = 1 << 20;
    private const int LongestRequestLine = 8 << 10;
    private const int LargestHeaders = 32 << 10;
    private const int LargestHeader = 16 << 10;
    private const int MostHeaders = 100;
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTime = TimeSpan.FromSeconds(20);

    /// <summary>Sets the limits of the server. Routes that receive files have limits of their own.</summary>
    public static void AddTransport(this IWebHostBuilder host, ConnectionSettings connections) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = LargestBody;
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestHeadersTotalSize = LargestHeaders;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.RequestHeadersTimeout = connections.HeadTime;
        limits.KeepAliveTimeout = connections.IdleTime;
        // Kestrel itself ends a connection whose streams are reset faster than their requests end (CVE-2023-44487).
        limits.Http2.MaxStreamsPerConnection = connections.MostStreams;
        limits.Http2.MaxRequestHeaderFieldSize = LargestHeader;
        limits.Http2.KeepAlivePingDelay = PingDelay;
        limits.Http2.KeepAlivePingTimeout = PingTime;
        kestrel.ConfigureHttpsDefaults(https => https.HandshakeTimeout = connections.HeadTime);
    });

    /// <summary>Registers the services of the middleware.</summary>
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
        services.AddConnectionLimits(() =>
            ConnectionLimits.For(options.Connections.Most, options.Connections.MostPerAddress, OpenFileLimit.OfThisProcess(), "--max-connections") with { Shared = proxies });
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.AllowedOrigins])
            .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID")
            .WithMethods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")));
    }

    /// <summary>Adds the middleware before all other middleware.</summary>
    public static void UseTransport(this WebApplication app, ServerOptions options)
    {
        app.UseConnectionLimits((context, problem) => ProblemMiddleware.WriteAsync(context, [problem]));
        app.UseMiddleware<SecurityHeaders>();
        // Keeps the address of the connection before the headers of a proxy replace it.
        app.UseMiddleware<HostCheck>();
        // Without a trusted proxy, anybody could send such headers.
        if (options.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        if (options.AllowedOrigins.Count > 0)
            app.UseCors();
    }

    /// <summary>Parses the address of a proxy or a network of proxies.</summary>
    /// <exception cref="ProblemException">The text is neither.</exception>
    public static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new ProblemException(ServiceProblems.Invalid.At("--trusted-proxy", $"{text} is neither an address nor a network such as 10.0.0.0/8."));
}
