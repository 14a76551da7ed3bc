using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Server.Requests;

namespace Slipway.Server.Health;

/// <summary>Returns the health of the service, for load balancers and for clients that check it before they start.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", (HttpContext context) => Answer(context, new HealthReport(HealthStatus.Healthy, []))).AlsoHead();
        routes.MapGet("/health/ready", ReadyAsync).AlsoHead().Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/v1/GetHealth", ReadyAsync).AlsoHead().Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, HealthExaminer examiner) => Answer(context, await examiner.ExamineAsync(context.RequestAborted));

    private static IResult Answer(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(report, statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
