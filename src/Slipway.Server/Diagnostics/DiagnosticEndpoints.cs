using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Diagnostics;
using Slipway.Server.Access;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;

namespace Slipway.Server.Diagnostics;

/// <summary>
/// Endpoints with which slipway doctor tests the connection to the service: open to everybody for small transfers, and for large
/// ones with a token.
/// </summary>
internal static class DiagnosticEndpoints
{
    private const int EchoesPerMinute = 600;
    private const int TransfersPerMinute = 120;

    private static readonly string[] Echoed = [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    public static void MapDiagnostics(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(EchoAnswer.Path, Echoed, (HttpContext context, EchoHandler echo, string? nonce) => echo.AnswerAsync(context, nonce))
            .NamesContent().LimitPerAddress(EchoesPerMinute).BodyLimit(EchoAnswer.LargestBody).WithSummary("Returns what arrived of the request, signed by the service.").Produces<EchoAnswer>();
        routes.MapPost(UploadAnswer.Path, (Delegate)DiagnosticTransfer.ReceiveAsync).Takes(Scope.BuildsRead).NamesContent()
            .LimitPerAddress(TransfersPerMinute).BodyLimit(DiagnosticTransferLimits.MostBytes).WithSummary("Returns the length and hash of a body, and discards it.").Produces<UploadAnswer>();
        routes.MapGet(DiagnosticTransferLimits.DownloadPath, DiagnosticTransfer.SendAsync).Takes(Scope.BuildsRead)
            .LimitPerAddress(TransfersPerMinute).WithSummary("Sends bytes that the receiver can generate itself to compare.").Produces<byte[]>(contentType: "application/octet-stream");
        routes.MapGet(DiagnosticTransferLimits.StreamPath, (HttpContext context, DiagnosticStream stream, int seconds, int interval) => stream.WriteAsync(context, seconds, interval)).Takes(Scope.BuildsRead)
            .LimitPerAddress(TransfersPerMinute).WithSummary("Sends server-sent events: one at once, a keep-alive at each interval, one at the end.").Produces<string>(contentType: "text/event-stream");
    }
}
