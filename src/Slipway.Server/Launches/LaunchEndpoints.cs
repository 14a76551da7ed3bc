using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Events;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Slipway.Server.Launches;

/// <summary>Launches builds of an app from its list of files.</summary>
internal static class LaunchEndpoints
{
    // Enough for 50,000 files with paths and hashes.
    private const int LargestRequest = 64 << 20;

    public static void MapLaunches(this IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetRequiredService<ServerOptions>().Contents;
        routes.MapPost("/api/v1/launches", LaunchAsync)
            .Needs(Scope.BuildsLaunch)
            .SpendsProof()
            .BodyLimit(limits.LargestRevision + LargestRequest)
            .WithSummary("Starts builds of an app, or returns which blobs are missing.")
            .Accepts<LaunchRequest>("application/json", LaunchPack.MediaType)
            .Produces<LaunchAnswer>()
            .Produces<LaunchAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> LaunchAsync(HttpContext context, Launcher launcher, BuildEventStream events, ServerOptions server, IOptions<JsonOptions> options)
    {
        if (WantsEvents(context.Request))
            events.Reserve(context);
        var key = IdempotencyKey.Of(context.Request);
        var (json, limits) = (options.Value.SerializerOptions, server.Contents);
        var isPack = context.Request.ContentType == LaunchPack.MediaType;
        if (!isPack && !context.Request.HasJsonContentType())
            throw new ProblemException(RequestFaults.OfContentType(context.Request));
        var request = isPack ? await LaunchPack.ReadRequestAsync(context.Request.Body, LargestRequest, limits, json, context.RequestAborted) : await ReadAsync(context, json, limits);
        var answer = await launcher.LaunchAsync(context.Caller(), request, key, isPack ? context.Request.Body : null, context.RequestAborted);
        if (answer.Builds.Count > 0 && WantsEvents(context.Request))
        {
            var writer = await events.BeginAsync(context);
            await writer.WriteAsync("launch", answer);
            await events.FollowAsync(context, writer, context.Caller(), EventCursor.Parse(answer.Builds.Select(build => build.Key.ToString())));
            return Results.Empty;
        }

        return Results.Json(answer, statusCode: answer.BuildKey is not null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static bool WantsEvents(HttpRequest request) => request.GetTypedHeaders().Accept.Any(type => type.MediaType == EventWriter.MediaType);

    private static async Task<LaunchRequest> ReadAsync(HttpContext context, JsonSerializerOptions json, RevisionLimits limits)
    {
        await using var bounded = new UnpackedStream(context.Request.Body, LargestRequest);
        await using var counted = CountedJson.OfLaunch(bounded, limits);
        return await JsonSerializer.DeserializeAsync<LaunchRequest>(counted, json, context.RequestAborted) ?? throw new ProblemException(ServiceProblems.Malformed.At("body", "The request is null."));
    }
}
