using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Requests;

namespace Slipway.Server.Blobs;

/// <summary>Contents by their hash: what is there need not be sent.</summary>
internal static class BlobEndpoints
{
    private const string Address = "/api/v1/blobs/{sha256}";

    public static void AddBlobs(this IServiceCollection services)
    {
        services.AddSingleton(BlobStores.Open);
        services.AddSingleton<BlobCatalogue>();
        services.AddSingleton<BlobKeeper>();
        services.AddSingleton<StorageQuota>();
    }

    public static void MapBlobs(this IEndpointRouteBuilder routes)
    {
        routes.MapPut(Address, PutAsync).Needs(Scope.BuildsLaunch).BodyLimit(BlobKeeper.Largest).WithSummary("Uploads a content, whole or in pieces.");
        routes.MapMethods(Address, [HttpMethods.Head], HeadAsync).Needs(Scope.BuildsLaunch).WithSummary("Tells whether a content is there, or which pieces of it are.");
    }

    private static async Task<IResult> PutAsync(HttpContext context, string sha256, BlobKeeper keeper)
    {
        var isNew = await keeper.KeepAsync(context.Caller().Organisation, Sha256Text.Require(sha256, "address"), context.Request.Body, context.Request.ContentLength, context.RequestAborted);
        return Results.StatusCode(isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> HeadAsync(HttpContext context, string sha256, BlobCatalogue catalogue)
    {
        if (await catalogue.FindAsync(context.Caller().Organisation, Sha256Text.Require(sha256, "address"), context.RequestAborted) is not { } blob)
            throw new ProblemException(ServerProblems.NotFound.At(sha256, "The organisation has no such content."));
        context.Response.ContentLength = blob.Size;
        return Results.StatusCode(StatusCodes.Status200OK);
    }
}
