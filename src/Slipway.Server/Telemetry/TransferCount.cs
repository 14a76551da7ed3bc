using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Telemetry;

/// <summary>Counts the bytes of bodies.</summary>
internal sealed class TransferCount(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        ServerMetrics.Transferred(context.Request.ContentLength, context.Request.Method == HttpMethods.Head ? null : context.Response.ContentLength);
    }
}
