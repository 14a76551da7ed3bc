using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Slipway.Server.Telemetry;

/// <summary>Sends metrics and traces to a collector if one is configured; otherwise loads nothing.</summary>
internal static class TelemetrySetup
{
    /// <summary>The protocol, by the names of the OpenTelemetry specification.</summary>
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Grpc = "grpc";

    public static void AddTelemetry(this IServiceCollection services, ServerOptions options)
    {
        if (options.Telemetry is { } endpoint)
            AddExport(services, endpoint, Protocol.Text.GivenText.Variable(ProtocolVariable) == Grpc);
    }

    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetService<QueueGauges>() is not null)
            app.UseMiddleware<TransferCount>();
    }

    private static void AddExport(IServiceCollection services, Uri endpoint, bool grpc)
    {
        services.AddSingleton<QueueGauges>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("slipway", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter(ServerMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
                .AddOtlpExporter(exporter => Configure(exporter, "v1/metrics")))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation()
                .AddSource("Npgsql")
                .AddOtlpExporter(exporter => Configure(exporter, "v1/traces")));

        void Configure(OtlpExporterOptions exporter, string path)
        {
            exporter.Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = grpc ? endpoint : new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
        }
    }
}

/// <summary>Counts the bytes of bodies.</summary>
internal sealed class TransferCount(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        ServerMetrics.Transferred(context.Request.ContentLength, context.Request.Method == HttpMethods.Head ? null : context.Response.ContentLength);
    }
}
