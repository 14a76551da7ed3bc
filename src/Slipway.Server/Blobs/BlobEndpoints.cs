using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Blobs.Pieces;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;

namespace Slipway.Server.Blobs;

/// <summary>Uploads of blobs by hash, so that clients send only the missing ones.</summary>
internal static class BlobEndpoints
{
    private const string Address = "/api/v1/blobs/{sha256}";
    private const string Received = "X-Received";

    public static void MapBlobs(this IEndpointRouteBuilder routes)
    {
        // Created here, so that an unusable address is reported at the start and not by the first request.
        routes.ServiceProvider.GetRequiredService<IBlobStore>();
        var limits = routes.ServiceProvider.GetRequiredService<ServerOptions>().Contents;
        routes.MapPut(Address, PutAsync).Needs(Scope.BuildsLaunch).NamesContent().BodyLimit(limits.LargestFile).WithSummary("Uploads a blob, whole or in pieces.");
        routes.MapMethods(Address, [HttpMethods.Head], HeadAsync).Needs(Scope.BuildsLaunch).WithSummary("Returns whether a blob exists, or which pieces of it have arrived.");
    }

    private static async Task<IResult> PutAsync(HttpContext context, string sha256, ServerOptions options, BlobReceiver keeper, PieceReceiver pieces)
    {
        var organisation = context.Caller().Organisation;
        Sha256Text.Require(sha256, "address");
        if (PieceRange.Of(context.Request, options.Contents.LargestFile) is { } range)
        {
            if (await pieces.KeepAsync(organisation, sha256, range, context.Request.Body, context.RequestAborted) is not { } received)
                return Results.StatusCode(StatusCodes.Status201Created);
            context.Response.Headers[Received] = received.ToString();
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }

        var isNew = await keeper.KeepAsync(organisation, sha256, context.Request.Body, context.Request.ContentLength, context.RequestAborted);
        return Results.StatusCode(isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> HeadAsync(HttpContext context, string sha256, BlobRowStore catalogue, PieceRowStore pieces)
    {
        var organisation = context.Caller().Organisation;
        if (await catalogue.FindAsync(organisation, Sha256Text.Require(sha256, "address"), context.RequestAborted) is { } blob)
        {
            context.Response.ContentLength = blob.Size;
            return Results.StatusCode(StatusCodes.Status200OK);
        }

        var received = await pieces.FindAsync(organisation, sha256, context.RequestAborted);
        throw new HttpProblemException(ServiceProblems.NotFound.At(sha256, "The organisation has no such content."), (Received, received.ToString()));
    }
}
