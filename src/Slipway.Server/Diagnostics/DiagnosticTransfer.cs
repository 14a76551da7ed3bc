using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;

namespace Slipway.Server.Diagnostics;

/// <summary>Transfers bytes in one direction, to measure throughput and to find stalls.</summary>
internal static class DiagnosticTransfer
{
    public static async Task<IResult> ReceiveAsync(HttpContext context)
    {
        var (length, hash) = await BodyHash.ReadAsync(context.Request.Body, Limit(context), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new UploadAnswer(length, hash));
    }

    public static async Task SendAsync(HttpContext context, long bytes)
    {
        if (bytes < 0 || bytes > Limit(context))
            throw new ProblemException(ServiceProblems.Invalid.At("bytes", $"The number is 0 to {DiagnosticTransferLimits.OpenBytes}, or up to {DiagnosticTransferLimits.MostBytes} with a token."));
        var response = context.Response;
        response.ContentType = "application/octet-stream";
        response.ContentLength = bytes;
        response.Headers.CacheControl = "no-store, no-transform";
        // RFC 9530.
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(IncompressibleBytes.Sha256(bytes))}:";
        using var source = new IncompressibleBytes();
        var part = new byte[IncompressibleBytes.PartLength];
        for (var number = 0L; bytes > 0; number++, bytes -= part.Length)
        {
            source.Fill(number, part);
            await response.Body.WriteAsync(part.AsMemory(0, (int)Math.Min(bytes, part.Length)), context.RequestAborted);
        }
    }

    private static long Limit(HttpContext context) => context.Features.Get<Caller>() is null ? DiagnosticTransferLimits.OpenBytes : DiagnosticTransferLimits.MostBytes;
}
